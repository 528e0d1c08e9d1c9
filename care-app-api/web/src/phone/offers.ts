import type { EndedOffer, PhoneOffer, Task, TaskStep } from '../shared/contract'
import type { OutboxEntry } from './outbox'

/** A thumb already on the button at the last second is not cut off; whether it was in time is the server's word. */
const GRACE_MS = 1500

/** The one offer that fills the screen: the gravest, then the nearest, then the oldest. Answered ones never come back. */
export function bestOffer(offers: readonly PhoneOffer[], answered: ReadonlySet<string>, now: number): PhoneOffer | null {
  return (
    offers
      .filter((offer) => !answered.has(offer.id) && Date.parse(offer.validUntil) + GRACE_MS > now)
      .sort((a, b) => a.priority - b.priority || a.minutes - b.minutes || Date.parse(a.sentAt) - Date.parse(b.sentAt))[0] ?? null
  )
}

export type Gone = { kind: 'expired' | 'withdrawn' } | { kind: 'taken'; by: string }

/** Why an offer left the screen: the server's word, and before that has come the offer's own deadline. */
export function whyGone(offer: PhoneOffer, ended: readonly EndedOffer[], now: number): Gone {
  const end = ended.find((one) => one.id === offer.id)
  if (end?.by) return { kind: 'taken', by: end.by }
  const ranOut = end ? end.why === 'expired' : Date.parse(offer.validUntil) <= now
  return { kind: ranOut ? 'expired' : 'withdrawn' }
}

export type ShownStep = TaskStep | 'done' | 'given-back'

/** Where the task stands for its owner: what the server knows, then what still waits on this phone. */
export function shownStep(task: Task, entries: readonly OutboxEntry[]): { step: ShownStep; saved: boolean } {
  const waiting = entries.filter((entry) => entry.about === task.id && entry.state === 'saved' && entry.kind !== 'accept')
  const last = waiting.at(-1)
  return last ? { step: last.kind as ShownStep, saved: true } : { step: task.step, saved: false }
}
