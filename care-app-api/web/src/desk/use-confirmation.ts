import { ref } from 'vue'

const CONFIRM_MS = 4000

/**
 * A dispatch cannot be called back, so one key alone does not send it: the first press names the person, the second press of
 * the same key sends. Bound to the person, not the place in the list: the list may change between the two.
 */
export function useConfirmation() {
  const armed = ref<string | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined

  function disarm(): void {
    clearTimeout(timer)
    armed.value = null
  }

  /** True when this was the second press for the same person. */
  function confirms(who: string): boolean {
    if (armed.value === who) {
      disarm()
      return true
    }
    clearTimeout(timer)
    armed.value = who
    timer = setTimeout(disarm, CONFIRM_MS)
    return false
  }

  return { armed, confirms, disarm }
}
