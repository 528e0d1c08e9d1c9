import type { Offer, OfferStep } from '../../shared/contract'
import { ATTENTION, type OrderCard, type OrderState } from '../../shared/contract-orders'

/** Waits for a person at the desk; a rating that is still missing can wait for the quiet hour. */
export function needsLook(card: OrderCard): boolean {
  return card.attention !== undefined && card.attention !== 'unrated'
}

/** What needs the desk first, the most pressing reason first; everything else by time. The same on every desk. */
export function lookFirst(cards: readonly OrderCard[]): { look: OrderCard[]; rest: OrderCard[] } {
  const byTime = (a: OrderCard, b: OrderCard) => Date.parse(a.startsAt) - Date.parse(b.startsAt) || a.id.localeCompare(b.id)
  const rank = (card: OrderCard) => ATTENTION.indexOf(card.attention!)
  return {
    look: cards.filter(needsLook).sort((a, b) => rank(a) - rank(b) || byTime(a, b)),
    rest: cards.filter((card) => !needsLook(card)).sort(byTime),
  }
}

export function nextOrder(cards: readonly OrderCard[], selected: string | null, step: 1 | -1): string | null {
  const { look, rest } = lookFirst(cards)
  const all = [...look, ...rest]
  const here = all.findIndex((card) => card.id === selected)
  if (here < 0) return all[0]?.id ?? null
  return all[Math.min(all.length - 1, Math.max(0, here + step))]!.id
}

const BEFORE_THE_DOOR: readonly OrderState[] = ['offered', 'accepted', 'on-the-way']

export const mayCancel = (card: OrderCard): boolean => BEFORE_THE_DOOR.includes(card.state)
export const mayAsk = (card: OrderCard): boolean => BEFORE_THE_DOOR.includes(card.state) && card.holders.length < card.workers
export const mayRate = (card: OrderCard): boolean => card.checkedOutAt !== undefined && card.stars === undefined && card.state !== 'cancelled'

/** Its time has passed and nobody checked out: a person at the desk has to end it. */
export const isLeftOpen = (card: OrderCard, now: number): boolean =>
  (card.state === 'checked-in' || card.state === 'in-progress') && Date.parse(card.endsAt) < now
export const mayReview = (card: OrderCard, now: number): boolean => (card.state === 'checked-out' && card.money === 'held') || isLeftOpen(card, now)

const BEFORE_THE_SERVICE: readonly OrderState[] = [...BEFORE_THE_DOOR, 'checked-in']
const STILL_THEIRS: readonly (OfferStep | undefined)[] = ['accepted', 'on-the-way', 'arrived']

export const mayTakeBack = (card: OrderCard, offer: Offer): boolean =>
  BEFORE_THE_SERVICE.includes(card.state) && offer.state === 'accepted' && STILL_THEIRS.includes(offer.step)
