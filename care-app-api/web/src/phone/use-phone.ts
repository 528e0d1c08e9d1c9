import { computed, ref, shallowRef, watch } from 'vue'
import { act, read, Refusal } from '../shared/api'
import { hourMinute, ServerClock, tickingNow } from '../shared/clock'
import type { Account, DeclineReason, Phone, PhoneOffer } from '../shared/contract'
import type { Visit } from '../shared/contract-visits'
import { followStream } from '../shared/stream'
import { bestOffer, shownStep, whyGone, type Gone } from './offers'
import type { OutboxEntry } from './outbox'
import { useOutbox } from './use-outbox'
import { locate, usePosition } from './use-position'
import { useRinging } from './use-ringing'
import { useVisits } from './visits/use-visits'

const TAKEN_MS = 4000
const STALE_MS = 15_000
/** Long enough to be read by somebody who looks at the phone because it stopped ringing. */
const NOTICE_MS = 20_000
/** What left this phone without its owner. A visit is named: beside the task of a call for life "you need not go" must not be misread. */
export type Notice = Gone | { kind: 'task-ended' } | { kind: 'visit-ended' | 'visit-diverted'; service: string; at: string; name: string }

/** What the phone page knows and can do. Every act goes through the outbox; marks of delivery and positions do not. */
export function usePhone(account: Account, sayRefusal: (refusal: Refusal) => void) {
  const clock = new ServerClock()
  const phone = shallowRef<Phone | null>(null)
  const takenBy = ref<string | null>(null)
  const notice = ref<Notice | null>(null)
  const deliverySeconds = ref<number | null>(null)
  const reported = new Set<string>()
  const leftByMe = new Set<string>()
  const readAt = ref(0)
  let version = 0

  const { entries, submit } = useOutbox(account.id, settled)
  /** Offers this phone has answered; they do not come back to the screen while the answer travels, not even after a reload. */
  const answered = ref<ReadonlySet<string>>(new Set(entries.value.filter((entry) => entry.state === 'saved').map((entry) => entry.about)))
  const now = tickingNow(clock)
  const offer = computed(() => bestOffer(phone.value?.offers ?? [], answered.value, now.value))
  const task = computed(() => phone.value?.task ?? null)
  const step = computed(() => (task.value ? shownStep(task.value, entries.value) : null))
  const onDuty = computed(() => phone.value?.duty === 'on')
  /** Since when this page knows nothing new, although the line may stand: the server does not reach its database. */
  const staleSince = computed(() => (readAt.value > 0 && now.value - readAt.value > STALE_MS ? readAt.value : null))
  const position = usePosition(onDuty)
  const ringing = useRinging(offer)
  const visits = useVisits({ phone, entries, answered, now, position: position.last, submit, answer, softly: ringing.soften, ended: sayVisitGone })
  const stream = followStream(readAll, ringing.again)

  async function readAll(): Promise<void> {
    const askedAt = performance.now()
    const before = version
    const fresh = await read<Phone>('/phone/today')
    clock.sync(fresh.now, askedAt)
    readAt.value = clock.now()
    if (before === version) show(fresh)
    tellDelivery()
  }

  function show(fresh: Phone): void {
    version++
    const hadTask = phone.value?.task
    const visitsBefore = phone.value?.visits ?? []
    phone.value = fresh
    visits.saw(visitsBefore)
    if (hadTask && fresh.task?.id !== hadTask.id && !leftByMe.has(hadTask.id)) say({ kind: 'task-ended' })
  }

  /** The desk sees whether an offer reached the phone and whether its owner could look at it. */
  function tellDelivery(): void {
    for (const each of phone.value?.offers ?? []) {
      if (!reported.has(`${each.id} delivered`)) deliverySeconds.value = Math.max(0, Math.round((clock.now() - Date.parse(each.sentAt)) / 1000))
      mark(each, 'delivered')
    }
    for (const each of phone.value?.visitOffers ?? []) mark(each, 'delivered')
    if (document.visibilityState !== 'visible') return
    // An alarm covers whatever lies under it.
    if (offer.value) mark(offer.value, 'seen')
    else for (const each of visits.offers.value) mark(each, 'seen')
  }

  function mark(which: { id: string }, state: 'delivered' | 'seen'): void {
    const name = `${which.id} ${state}`
    if (reported.has(name)) return
    reported.add(name)
    act(`/phone/offers/${which.id}/delivery`, { state }).catch((fault) => {
      if (!(fault instanceof Refusal)) reported.delete(name)
    })
  }

  function settled(entry: OutboxEntry, answer: unknown): void {
    if (entry.state === 'sent') {
      if (answer) show(answer as Phone)
    } else if (entry.kind === 'accept' && entry.problem?.type.endsWith(':already-taken')) showTaken(entry.problem.by ?? '')
    else if (entry.problem) sayRefusal(new Refusal(entry.problem))
    if (entry.state === 'refused') {
      leftByMe.delete(entry.about)
      if (entry.kind.startsWith('visit-')) visits.refused(entry.about)
    }
    stream.reread()
  }

  function showTaken(by: string): void {
    takenBy.value = by
    setTimeout(() => (takenBy.value = null), TAKEN_MS)
  }

  function say(what: Notice): void {
    notice.value = what
    setTimeout(() => notice.value === what && (notice.value = null), NOTICE_MS)
  }

  function sayVisitGone(visit: Visit): void {
    const { service, name, startsAt } = visit
    say({ kind: phone.value?.task ? 'visit-diverted' : 'visit-ended', service, name, at: hourMinute(startsAt) })
  }

  function answer(which: string): void {
    answered.value = new Set(answered.value).add(which)
  }

  async function accept(which: PhoneOffer): Promise<void> {
    answer(which.id)
    // "You need not go", said about another offer, must not stand above the task that comes now.
    notice.value = null
    await submit('accept', which.id, `/phone/offers/${which.id}/accept`)
  }

  async function decline(which: PhoneOffer, reason: DeclineReason): Promise<void> {
    answer(which.id)
    await submit('decline', which.id, `/phone/offers/${which.id}/decline`, { reason })
  }

  async function setDuty(state: 'on' | 'off'): Promise<void> {
    if (state === 'on') void locate()
    await submit(state === 'on' ? 'duty-on' : 'duty-off', 'duty', '/phone/duty', { state })
  }

  async function takeStep(which: 'on-the-way' | 'arrived' | 'done' | 'given-back', note?: string): Promise<void> {
    const id = task.value?.id
    if (!id) return
    if (which === 'done' || which === 'given-back') leftByMe.add(id)
    const body = { step: which, note, deviceTime: new Date().toISOString(), position: position.last.value ?? undefined }
    await submit(which, id, `/phone/tasks/${id}/steps`, body)
  }

  watch(offer, (fresh, before) => {
    if (fresh?.id !== before?.id) {
      if (fresh) notice.value = null
      else if (before && !answered.value.has(before.id) && task.value?.id !== before.id) say(whyGone(before, phone.value?.ended ?? [], clock.now()))
      tellDelivery()
    }
  })
  watch(() => task.value?.presses, (presses, before) => {
    if (presses && before && presses > before) ringing.ring()
  })
  document.addEventListener('visibilitychange', tellDelivery)

  return {
    now, stream, phone, offer, task, step, onDuty, position, ringing, entries, takenBy, notice, staleSince, deliverySeconds, accept, decline, setDuty,
    takeStep, visits,
  }
}
export type PhoneStore = ReturnType<typeof usePhone>
