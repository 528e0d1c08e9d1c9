import type { IncidentCard } from './contract'

export interface Burst { pulses: number; hertz: number; pulseMs: number; gapMs: number; groups: number; groupGapMs: number; /** Far below an alarm, for what can wait. */ softly?: true }
export interface Pattern { burst: Burst; /** null: rings once */ everyMs: number | null }

/** P1 2 × 5 pulses every 5 s, P2 three every 15 s, P3 once; the rest is quiet. */
export function patternFor(priority: number): Pattern | null {
  switch (priority) {
    case 1:
      return { burst: { pulses: 5, hertz: 960, pulseMs: 120, gapMs: 70, groups: 2, groupGapMs: 350 }, everyMs: 5000 }
    case 2:
      return { burst: { pulses: 3, hertz: 660, pulseMs: 220, gapMs: 140, groups: 1, groupGapMs: 0 }, everyMs: 15_000 }
    case 3:
      return { burst: { pulses: 1, hertz: 520, pulseMs: 400, gapMs: 0, groups: 1, groupGapMs: 0 }, everyMs: null }
    default:
      return null
  }
}

/** A visit is no alarm: one short sound, once. */
export const SOFTLY: Burst = { pulses: 2, hertz: 440, pulseMs: 140, gapMs: 90, groups: 1, groupGapMs: 0, softly: true }

/** Two falling tones: nothing else on the desk sounds like it. */
export const LOST_LINE: Burst = { pulses: 2, hertz: 300, pulseMs: 450, gapMs: 100, groups: 1, groupGapMs: 0 }
export const LOST_LINE_EVERY_MS = 3000

/** What rings for a board: the worst alarm nobody has taken. Kept and closed ones are somebody's work, not noise. */
export function worstUnkept(cards: readonly IncidentCard[]): number | null {
  const waiting = cards.filter((card) => card.desk === 'queued').map((card) => card.priority)
  return waiting.length === 0 ? null : Math.min(...waiting)
}

/** Decides when to sound what. Knows neither the browser nor the clock; both are handed in. */
export class Bell {
  private worst: number | null = null
  private rangAt = Number.NEGATIVE_INFINITY
  private due = false
  private pressedAgain = false
  private ringing: string[] = []
  private readonly presses = new Map<string, number>()
  /** Those that have rung since they came into the queue; one that is put back rings anew. */
  private readonly rung = new Set<string>()

  /** A new board. New incidents of the worst class ring at once; a new press rings even when somebody keeps the incident. */
  see(cards: readonly IncidentCard[]): void {
    this.worst = worstUnkept(cards)
    this.due = false
    for (const card of cards) {
      if (card.desk !== 'queued') this.rung.delete(card.id)
      else if (card.priority === this.worst && !this.rung.has(card.id)) this.due = true
      if (card.desk !== 'closed' && card.presses > (this.presses.get(card.id) ?? card.presses)) this.pressedAgain = true
      this.presses.set(card.id, card.presses)
    }
    this.ringing = cards.filter((card) => card.desk === 'queued' && card.priority === this.worst).map((card) => card.id)
  }

  /** What to sound at this moment, if anything. */
  next(now: number): Burst | null {
    if (this.pressedAgain) {
      this.pressedAgain = false
      return this.ring(patternFor(1)!, now)
    }
    const pattern = this.worst === null ? null : patternFor(this.worst)
    if (!pattern) return null
    const again = pattern.everyMs !== null && now - this.rangAt >= pattern.everyMs
    return this.due || again ? this.ring(pattern, now) : null
  }

  private ring(pattern: Pattern, now: number): Burst {
    this.due = false
    this.rangAt = now
    for (const id of this.ringing) this.rung.add(id)
    return pattern.burst
  }
}
