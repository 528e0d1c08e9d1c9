import { computed, reactive, ref, shallowRef, watch } from 'vue'
import { read } from '../../shared/api'
import type { FoundResident, Residents, Service, Services } from '../../shared/contract-orders'
import { useRefusalWords } from '../../shared/refusal-words'
import { emptyDraft, lacking, orderOf, slotsOf } from './new-order'
import type { Orders } from './use-orders'

const TYPING_MS = 250

/** One order being taken on the telephone. It lives beside the dialog: closing the dialog for an alarm loses nothing. */
export function useNewOrder(orders: Orders) {
  const words = useRefusalWords()
  const query = ref('')
  const hits = shallowRef<FoundResident[] | null>(null)
  const resident = shallowRef<FoundResident | null>(null)
  const offer = shallowRef<Services | null>(null)
  const day = ref<string | null>(null)
  const draft = reactive(emptyDraft())
  const refusal = ref<string | null>(null)
  const busy = ref(false)
  let typing: ReturnType<typeof setTimeout> | undefined

  const terms = computed(() => offer.value?.services.find((one) => one.service === draft.service) ?? null)
  const window = computed(() => terms.value?.windows.find((one) => one.opens === draft.window) ?? null)
  const slots = computed(() => (window.value ? slotsOf(window.value) : []))
  const lacks = computed(() => (terms.value ? lacking(draft, terms.value, window.value) : []))

  async function search(): Promise<void> {
    const asked = query.value.trim()
    if (!asked) {
      hits.value = null
      return
    }
    try {
      const found = await read<Residents>(`/desk/residents?q=${encodeURIComponent(asked)}`)
      if (asked === query.value.trim()) hits.value = found.residents
    } catch (fault) {
      refusal.value = words(fault)
    }
  }

  async function readOffer(): Promise<void> {
    const who = resident.value
    if (!who) return
    refusal.value = null
    try {
      const fresh = await read<Services>(`/desk/residents/${who.id}/services${day.value ? `?day=${day.value}` : ''}`)
      if (resident.value === who) offer.value = fresh
    } catch (fault) {
      refusal.value = words(fault)
    }
  }

  function choose(who: FoundResident | null): void {
    resident.value = who
    offer.value = null
    Object.assign(draft, emptyDraft())
    refusal.value = null
    void readOffer()
  }

  /** Another day keeps what was said, as far as that day allows it. */
  async function turnTo(wanted: string | null): Promise<void> {
    const name = window.value?.name
    day.value = wanted
    draft.window = null
    await readOffer()
    chooseWindow(name)
  }

  function chooseService(service: Service): void {
    draft.service = service
    chooseWindow(undefined)
  }

  /** The one of that name; where there is only one window at all, there is nothing to choose. */
  function chooseWindow(name: string | undefined): void {
    const possible = terms.value?.windows.filter((one) => one.orderable && !one.ordered) ?? []
    const same = possible.find((one) => one.name === name) ?? (possible.length === 1 ? possible[0] : undefined)
    draft.window = same?.opens ?? null
  }

  /** True when it is ordered. A refusal stays in the dialog beside everything that was typed. */
  async function submit(): Promise<boolean> {
    if (!resident.value || !offer.value || !terms.value || !window.value || lacks.value.length > 0) return false
    busy.value = true
    const placed = await orders.place(orderOf(draft, resident.value.id, terms.value, window.value, offer.value.day))
    busy.value = false
    refusal.value = orders.refusal.value
    orders.refusal.value = null
    if (placed) forget()
    else void readAgain()
    return placed
  }

  /** What is left of a window may have changed meanwhile; the reason for the refusal stays on the screen. */
  async function readAgain(): Promise<void> {
    const why = refusal.value
    await readOffer()
    refusal.value = why
  }

  function forget(): void {
    query.value = ''
    hits.value = null
    day.value = null
    choose(null)
  }

  watch(query, () => {
    clearTimeout(typing)
    typing = setTimeout(() => void search(), TYPING_MS)
  })
  watch([slots, () => draft.window], () => {
    if (!slots.value.includes(draft.time)) draft.time = slots.value[0] ?? ''
  })
  watch(offer, (fresh) => {
    const dishes = terms.value?.dishes ?? []
    if (fresh && draft.dish && !dishes.some((dish) => dish.id === draft.dish && !dish.forbiddenBy)) draft.dish = null
  })

  return { query, hits, resident, offer, day, draft, refusal, busy, terms, window, slots, lacks, choose, turnTo, chooseService, submit, search }
}
export type NewOrderForm = ReturnType<typeof useNewOrder>
