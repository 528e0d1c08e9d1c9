import { ref, shallowRef, watch } from 'vue'
import { act, read } from '../../shared/api'
import { dayOf, shiftDay } from '../../shared/clock'
import type { CancelledBy, Decision, NewOrder, OrderBoard, OrderCard, OrderFile } from '../../shared/contract-orders'
import { useRefusalWords } from '../../shared/refusal-words'
import { needsLook, nextOrder } from './order-list'

/** How old the count of today on the tab may grow while nobody looks at the orders. */
const IN_PASSING_MS = 30_000

/** What the services view knows and can do: one day's orders, the selected one, and its acts. */
export function useOrders(isOpen: () => boolean) {
  const words = useRefusalWords()
  const board = shallowRef<OrderBoard | null>(null)
  const file = shallowRef<OrderFile | null>(null)
  const selected = ref<string | null>(null)
  /** The day somebody turned to; today while nobody did. */
  const day = ref<string | null>(null)
  /** How many of today's orders need somebody. */
  const look = ref(0)
  const refusal = ref<string | null>(null)
  let readAt = Number.NEGATIVE_INFINITY
  let version = 0

  /** Called at every change. The alarms come first: unless the orders are being looked at, they are read seldom. */
  async function follow(): Promise<void> {
    if (isOpen()) await readAll()
    else if (performance.now() - readAt > IN_PASSING_MS) await readDay(null)
  }

  async function readAll(): Promise<void> {
    await readDay(day.value)
    await readFile()
  }

  async function readDay(asked: string | null): Promise<void> {
    readAt = performance.now()
    const fresh = await read<OrderBoard>(asked === null ? '/desk/orders' : `/desk/orders?day=${asked}`)
    if (asked === null) look.value = fresh.orders.filter(needsLook).length
    if (asked === day.value) board.value = fresh
  }

  async function readFile(): Promise<void> {
    const id = selected.value
    if (id === null) return
    const before = version
    const fresh = await read<OrderFile>(`/desk/orders/${id}`)
    // An act answered meanwhile: its answer is newer than what this read saw.
    if (before === version && selected.value === id) file.value = fresh
  }

  function turnTo(wanted: string | null): void {
    day.value = wanted
    board.value = null
    void readAll().catch(say)
  }

  function shift(days: number): void {
    const shown = day.value ?? board.value?.day
    if (shown) turnTo(shiftDay(shown, days))
  }

  /** Opens one order, also one of another day: the list follows it there. */
  async function open(id: string): Promise<void> {
    selected.value = id
    await readFile().catch(say)
    if (file.value?.card.id === id) followTo(file.value.card)
  }

  function followTo(card: OrderCard): boolean {
    const its = dayOf(card.startsAt)
    if (its === board.value?.day || board.value?.orders.some((one) => one.id === card.id)) return false
    turnTo(its)
    return true
  }

  function show(fresh: OrderFile): void {
    version++
    selected.value = fresh.card.id
    file.value = fresh
    if (!followTo(fresh.card)) void readAll().catch(() => {})
  }

  function say(fault: unknown): void {
    refusal.value = words(fault)
  }

  async function perform(path: string, body: unknown): Promise<boolean> {
    refusal.value = null
    try {
      show(await act<OrderFile>(path, body))
      return true
    } catch (fault) {
      say(fault)
      void readAll().catch(() => {})
      return false
    }
  }

  watch(selected, (id, before) => {
    if (id === before) return
    refusal.value = null
    if (file.value?.card.id !== id) file.value = null
    readFile().catch(say)
  })

  return {
    board, file, selected, day, look, refusal, follow, turnTo, shift, open,
    move: (step: 1 | -1) => (selected.value = nextOrder(board.value?.orders ?? [], selected.value, step)),
    place: (order: NewOrder) => perform('/desk/orders', order),
    ask: (id: string, responder: string) => perform(`/desk/orders/${id}/ask`, { responder }),
    cancel: (id: string, by: CancelledBy, reason: string) => perform(`/desk/orders/${id}/cancel`, { by, reason }),
    takeBack: (id: string, responder: string, reason: string) => perform(`/desk/orders/${id}/take-back`, { responder, reason }),
    rate: (id: string, stars: number, complaint: boolean, said: string) =>
      perform(`/desk/orders/${id}/rate`, { stars, complaint, ...(said ? { words: said } : {}) }),
    review: (id: string, decision: Decision, note: string) => perform(`/desk/orders/${id}/review`, { decision, note }),
  }
}
export type Orders = ReturnType<typeof useOrders>
