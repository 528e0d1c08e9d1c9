import { onScopeDispose, ref, type Ref } from 'vue'
import { Reread } from './reread'

/** The heartbeat comes each second; four seconds of silence are a lost line. */
export const SILENCE_MS = 4000
const REOPEN_MS = 3000
const POLL_MS = 10_000

export interface Stream {
  /** Whole seconds since the server was last heard. */
  age: Ref<number>
  lost: Ref<boolean>
  reread: () => void
}

/**
 * Listens to the live stream and has `read` called at every change, every (re)connect and, as a net, each ten seconds.
 * `onBeat` runs with each sign of life: network events are not slowed down in a hidden tab, timers are.
 */
export function followStream(read: () => Promise<void>, onBeat: () => void = () => {}): Stream {
  const reread = new Reread(read)
  const age = ref(0)
  const lost = ref(false)
  let heardAt = performance.now()
  let openedAt = performance.now()
  let source = open()

  function heard(): void {
    heardAt = performance.now()
    age.value = 0
    if (lost.value) {
      lost.value = false
      reread.request()
    }
    onBeat()
  }

  function open(): EventSource {
    openedAt = performance.now()
    const opened = new EventSource('/api/v1/stream')
    const again = () => {
      heard()
      reread.request()
    }
    opened.addEventListener('open', again)
    opened.addEventListener('hello', again)
    opened.addEventListener('change', again)
    opened.addEventListener('resync', again)
    opened.addEventListener('heartbeat', heard)
    return opened
  }

  function watch(): void {
    const silent = performance.now() - heardAt
    age.value = Math.floor(silent / 1000)
    lost.value = silent >= SILENCE_MS
    // A browser gives up after a refused connect and does not notice a half-dead line; both need a new one.
    if (lost.value && performance.now() - openedAt >= REOPEN_MS + SILENCE_MS) {
      source.close()
      source = open()
    }
  }

  const watching = setInterval(watch, 500)
  const polling = setInterval(() => reread.request(), POLL_MS)
  const wake = () => document.visibilityState === 'visible' && reread.request()
  document.addEventListener('visibilitychange', wake)
  onScopeDispose(() => {
    source.close()
    clearInterval(watching)
    clearInterval(polling)
    document.removeEventListener('visibilitychange', wake)
  })
  reread.request()
  return { age, lost, reread: () => reread.request() }
}
