import { dayOf } from '../../shared/clock'
import type { NextVisitStep, Visit, VisitOffer, VisitStep } from '../../shared/contract-visits'
import type { OutboxEntry } from '../outbox'

/** How far a visit has come for its owner: what the server knows, then what still waits on this phone. */
export type Reached = 'accepted' | 'on-the-way' | 'checked-in' | 'begun' | 'checked-out' | 'ended'
export interface ShownVisit {
  reached: Reached
  /** Something waits on this phone. */
  saved: boolean
  /** What may follow; null when only the server can tell. */
  next: NextVisitStep[] | null
}

/** Known from earlier answers of the server: what may follow a step of this service, and what it asks. */
export type KnownNext = Readonly<Record<string, NextVisitStep[]>>
/** Whatever the service: who has set out arrives, finds nobody, or gives it back. Without a signal at the door this must not wait. */
const ALWAYS: Partial<Record<Reached, NextVisitStep[]>> = {
  'on-the-way': (['checked-in', 'no-access', 'given-back'] as const).map((step) => ({ step, checks: [] })),
}
export const nextKey = (visit: Visit, reached: Reached): string => `${visit.service} ${reached}`

export function reachedOf(visit: Visit): Reached {
  if (visit.step !== 'arrived') return visit.step
  if (visit.state === 'in-progress') return 'begun'
  return visit.state === 'checked-out' ? 'checked-out' : 'checked-in'
}

const AFTER: Record<VisitStep, Reached> = {
  'on-the-way': 'on-the-way', 'checked-in': 'checked-in', begun: 'begun', 'checked-out': 'ended', 'no-access': 'ended', 'not-done': 'ended', 'given-back': 'ended',
}

export function shownVisit(visit: Visit, entries: readonly OutboxEntry[], known: KnownNext): ShownVisit {
  const waiting = entries.filter((entry) => entry.about === visit.id && entry.state === 'saved' && entry.kind.startsWith('visit-') && entry.kind !== 'visit-accept')
  const last = waiting.at(-1)
  if (!last) return { reached: reachedOf(visit), saved: false, next: visit.next }
  const reached = AFTER[last.kind.slice('visit-'.length) as VisitStep]
  return { reached, saved: true, next: reached === 'ended' ? [] : (known[nextKey(visit, reached)] ?? ALWAYS[reached] ?? null) }
}

/** Only what is known can be gone: where the server alone can tell, a sheet stays. */
export const mayFollow = (shown: ShownVisit, step: VisitStep): boolean => shown.next?.some((one) => one.step === step) ?? true

/** What this answer teaches about the steps of each service, so that a home without a signal does not stop the work. */
export function learn(known: KnownNext, visits: readonly Visit[]): KnownNext {
  return Object.fromEntries([...Object.entries(known), ...visits.filter((visit) => visit.next.length > 0).map((visit) => [nextKey(visit, reachedOf(visit)), visit.next] as const)])
}

/** What somebody is in the middle of comes first, then by time. */
export function agenda(visits: readonly Visit[], today: string): { today: Visit[]; later: Visit[] } {
  const sorted = [...visits].sort((a, b) => Number(b.step !== 'accepted') - Number(a.step !== 'accepted') || Date.parse(a.startsAt) - Date.parse(b.startsAt))
  return { today: sorted.filter((visit) => dayOf(visit.startsAt) <= today), later: sorted.filter((visit) => dayOf(visit.startsAt) > today) }
}

export function openOffers(offers: readonly VisitOffer[], answered: ReadonlySet<string>, now: number): VisitOffer[] {
  return offers
    .filter((offer) => !answered.has(offer.id) && Date.parse(offer.validUntil) > now)
    .sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt) || Date.parse(a.sentAt) - Date.parse(b.sentAt))
}

/** The visit that a call for life would take this person from. */
export function wouldBeDiverted(visits: readonly Visit[]): Visit | null {
  return visits.find((visit) => visit.step !== 'accepted' && visit.mayBeDiverted) ?? null
}
