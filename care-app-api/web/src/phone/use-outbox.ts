import { onScopeDispose } from 'vue'
import { post } from '../shared/api'
import { Outbox, type OutboxEntry, type OutboxKind } from './outbox'
import { phoneShelf } from './shelf'

const REGULAR_MS = 30_000
/** An accept is worth less every second: while something waits, the first retries come sooner than the regular ones. */
const SOON_MS = [1000, 2000, 4000, 8000, 15_000]

/** The outbox of this person, sent on start, when the network or the page comes back, and each thirty seconds. */
export function useOutbox(account: string, onAnswer: (entry: OutboxEntry, answer: unknown) => void) {
  const outbox = new Outbox(phoneShelf(account), (entry) => post(entry.path, entry.body, entry.key), onAnswer)
  let failures = 0
  let soon: ReturnType<typeof setTimeout> | undefined

  async function flush(): Promise<void> {
    clearTimeout(soon)
    await outbox.flush()
    failures = outbox.waiting.length === 0 ? 0 : failures + 1
    const pause = SOON_MS[failures - 1]
    if (pause !== undefined) soon = setTimeout(() => void flush(), pause)
  }

  const again = () => {
    failures = 0
    void flush()
  }
  const visible = () => document.visibilityState === 'visible' && again()
  const regular = setInterval(() => void flush(), REGULAR_MS)
  window.addEventListener('online', again)
  document.addEventListener('visibilitychange', visible)
  onScopeDispose(() => {
    clearInterval(regular)
    clearTimeout(soon)
    window.removeEventListener('online', again)
    document.removeEventListener('visibilitychange', visible)
  })
  again()

  async function submit(kind: OutboxKind, about: string, path: string, body?: unknown): Promise<OutboxEntry> {
    const entry = await outbox.add(kind, about, path, body)
    if (entry.state === 'saved') again()
    return entry
  }
  return { entries: outbox.entries, submit }
}
