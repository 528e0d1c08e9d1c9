import { computed, ref, shallowRef, watch, type Ref } from 'vue'
import { dayOf } from '../../shared/clock'
import type { DeclineReason, Phone, Position } from '../../shared/contract'
import type { Visit, VisitOffer, VisitStep } from '../../shared/contract-visits'
import { keepKnownNext, loadKnownNext } from './known-next'
import type { OutboxEntry, OutboxKind } from '../outbox'
import { locate } from '../use-position'
import { agenda, learn, openOffers, shownVisit, wouldBeDiverted } from './visits'

/** A proof at the door wants to know where the phone is now; a cellar without a signal must not hold the step up for long. */
const AT_THE_DOOR = { ageMs: 0, waitMs: 8000 }
const PROVES: readonly VisitStep[] = ['checked-in', 'checked-out', 'no-access']
const ENDS: readonly VisitStep[] = ['checked-out', 'no-access', 'not-done', 'given-back']

interface Around {
  phone: Ref<Phone | null>
  entries: Ref<OutboxEntry[]>
  answered: Ref<ReadonlySet<string>>
  now: Ref<number>
  position: Ref<Position | null>
  submit: (kind: OutboxKind, about: string, path: string, body?: unknown) => Promise<OutboxEntry>
  answer: (offer: string) => void
  softly: () => void
  /** A visit is gone, and it was not this person who left it. */
  ended: (visit: Visit) => void
}

/** The visits of this phone: what is asked, what was accepted, and the steps at each door. */
export function useVisits(around: Around) {
  const known = shallowRef(loadKnownNext())
  const opened = ref<string | null>(null)
  const doing = ref<'locating' | 'sending' | null>(null)
  // What ends a visit may have waited on this phone over a reload.
  const leftByMe = new Set(around.entries.value.filter((entry) => entry.state === 'saved' && ENDS.some((step) => entry.kind === `visit-${step}`)).map((entry) => entry.about))
  const heard = new Set<string>()

  const all = computed(() => around.phone.value?.visits ?? [])
  const offers = computed(() => openOffers(around.phone.value?.visitOffers ?? [], around.answered.value, around.now.value))
  const days = computed(() => agenda(all.value, dayOf(around.now.value)))
  const current = computed(() => all.value.find((visit) => visit.id === opened.value) ?? null)
  const shown = computed(() => (current.value ? stateOf(current.value) : null))
  const diverted = computed(() => wouldBeDiverted(all.value))

  const stateOf = (visit: Visit) => shownVisit(visit, around.entries.value, known.value)

  /** Called when the server has said what there is; `before` is what there was. */
  function saw(before: readonly Visit[]): void {
    const fresh = learn(known.value, all.value)
    if (JSON.stringify(fresh) !== JSON.stringify(known.value)) keepKnownNext((known.value = fresh))
    const gone = before.filter((visit) => !leftByMe.has(visit.id) && !all.value.some((one) => one.id === visit.id))
    if (gone[0]) around.ended(gone[0])
    // After a reload somebody in the middle of a visit sees that visit, not the list.
    const begun = all.value.find((visit) => visit.step !== 'accepted')
    if (before.length === 0 && opened.value === null && begun) opened.value = begun.id
  }

  async function accept(offer: VisitOffer): Promise<void> {
    around.answer(offer.id)
    await around.submit('visit-accept', offer.id, `/phone/offers/${offer.id}/accept`)
  }

  async function decline(offer: VisitOffer, reason: DeclineReason): Promise<void> {
    around.answer(offer.id)
    await around.submit('visit-decline', offer.id, `/phone/offers/${offer.id}/decline`, { reason })
  }

  /** The time is that of the press, whatever the search for the position takes. */
  async function take(step: VisitStep, checks: Record<string, string>, note?: string): Promise<OutboxEntry | null> {
    const visit = current.value
    if (!visit || doing.value) return null
    const deviceTime = new Date().toISOString()
    try {
      doing.value = PROVES.includes(step) ? 'locating' : 'sending'
      const position = (PROVES.includes(step) ? await locate(AT_THE_DOOR) : around.position.value) ?? undefined
      doing.value = 'sending'
      if (ENDS.includes(step)) leftByMe.add(visit.id)
      const body = { step, checks: Object.keys(checks).length ? checks : undefined, note, deviceTime, position }
      return await around.submit(`visit-${step}`, visit.id, `/phone/visits/${visit.id}/steps`, body)
    } finally {
      doing.value = null
    }
  }

  /** The answer was no: an offer that the server still lists can be answered again, for example after going on duty. */
  function refused(about: string): void {
    leftByMe.delete(about)
    around.answered.value = new Set([...around.answered.value].filter((id) => id !== about))
  }

  watch(offers, (fresh) => {
    if (fresh.some((offer) => !heard.has(offer.id))) around.softly()
    for (const offer of fresh) heard.add(offer.id)
  })

  return {
    offers, days, all, current, shown, opened, doing, diverted, stateOf, saw, accept, decline, take, refused,
  }
}
export type VisitsStore = ReturnType<typeof useVisits>
