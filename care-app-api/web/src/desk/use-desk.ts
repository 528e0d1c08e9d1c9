import { computed, nextTick, ref, shallowRef, watch } from 'vue'
import { act, read } from '../shared/api'
import { Bell, LOST_LINE, LOST_LINE_EVERY_MS } from '../shared/bell'
import { ServerClock, tickingNow } from '../shared/clock'
import type { Board, IncidentCard, IncidentFile, Notice, Notices } from '../shared/contract'
import { Sound } from '../shared/sound'
import { followStream } from '../shared/stream'
import { closedOnes, neighbour, openOnes, selectionFor } from './board-order'

const STALE_MS = 15_000

export interface Beside {
  /** Read after every change, when the alarms have been read. */
  follow: () => Promise<void>
  /** Which of the open alarms are on the screen in the view of this moment. */
  onScreen: (open: IncidentCard[]) => IncidentCard[]
}

/** What the desk page knows: the board, the selected incident, the notices; and what it rings for, whatever view is open. */
export function useDesk(beside: Beside) {
  const clock = new ServerClock()
  const sound = new Sound()
  const bell = new Bell()
  const board = shallowRef<Board | null>(null)
  const file = shallowRef<IncidentFile | null>(null)
  const notices = shallowRef<Notice[]>([])
  const selected = ref<string | null>(null)
  const readAt = ref(0)
  const arrived = ref<IncidentCard | null>(null)
  const displayed = new Set<string>()
  const known = new Set<string>()
  /** Reached by a link from an order: it may have been closed long ago and stays although it is on no board. */
  let linked: string | null = null
  let fileVersion = 0
  let lostToneAt = 0

  const now = tickingNow(clock, ring)
  const stream = followStream(readAll, ring)
  const open = computed(() => openOnes(board.value?.incidents ?? []))
  const closed = computed(() => closedOnes(board.value?.incidents ?? []))
  const stale = computed(() => readAt.value > 0 && now.value - readAt.value > STALE_MS)

  async function readAll(): Promise<void> {
    const askedAt = performance.now()
    const fresh = await read<Board>('/desk/incidents')
    clock.sync(fresh.now, askedAt)
    board.value = fresh
    readAt.value = clock.now()
    bell.see(fresh.incidents)
    ring()
    greet(fresh.incidents)
    if (selected.value === null || selected.value !== linked) selected.value = selectionFor(fresh.incidents, selected.value)
    await nextTick()
    markShown()
    await Promise.all([readFile(), readNotices(), beside.follow()])
  }

  async function readFile(): Promise<void> {
    const id = selected.value
    if (id === null) {
      file.value = null
      return
    }
    const version = fileVersion
    const fresh = await read<IncidentFile>(`/desk/incidents/${id}`)
    // An act answered meanwhile: its answer is newer than what this read saw.
    if (version === fileVersion && selected.value === id) file.value = fresh
  }

  async function readNotices(): Promise<void> {
    notices.value = (await read<Notices>('/desk/notices')).notices
  }

  function show(fresh: IncidentFile): void {
    fileVersion++
    if (selected.value === fresh.card.id) file.value = fresh
    stream.reread()
  }

  function greet(cards: readonly IncidentCard[]): void {
    const news = openOnes(cards).filter((card) => !known.has(card.id))
    for (const card of cards) known.add(card.id)
    if (news[0]) arrived.value = news[0]
  }

  function ring(): void {
    if (!sound.armed.value) return
    const burst = bell.next(performance.now())
    if (burst) sound.play(burst)
    else if (stream?.lost.value && performance.now() - lostToneAt > LOST_LINE_EVERY_MS) {
      lostToneAt = performance.now()
      sound.play(LOST_LINE)
    }
  }

  function markShown(): void {
    for (const card of beside.onScreen(open.value)) markDisplayed(card.id)
  }

  /** The card is on this screen. Said once; tried again at the next board when the server did not hear it. */
  function markDisplayed(id: string): void {
    if (displayed.has(id) || document.visibilityState !== 'visible') return
    displayed.add(id)
    act(`/desk/incidents/${id}/displayed`).catch(() => displayed.delete(id))
  }

  function follow(link: string): void {
    linked = link
    selected.value = link
  }

  function move(step: 1 | -1): void {
    selected.value = neighbour(open.value, selected.value, step)
  }

  watch(selected, (id, before) => {
    if (id === before) return
    if (file.value?.card.id !== id) file.value = null
    readFile().catch(() => {})
  })

  return { now, stream, sound, board, open, closed, file, notices, selected, stale, readAt, arrived, show, move, follow, markShown }
}
export type Desk = ReturnType<typeof useDesk>
