import { onScopeDispose, ref } from 'vue'
import { isTyping, meaningOf, type DeskKey } from './keys'

const SWITCHED_OFF = 'anxin.desk.keys-off'

/** Listens for the desk's keys; silent while somebody types, while a dialog is open, and when switched off (WCAG 2.1.4). */
export function useKeyboard(isBusy: () => boolean, handle: (key: DeskKey) => void) {
  const on = ref(localStorage.getItem(SWITCHED_OFF) === null)

  function listen(event: KeyboardEvent): void {
    if (event.isComposing || isBusy() || isTyping(event.target)) return
    const key = meaningOf(event)
    if (!key || (!on.value && key.does !== 'help')) return
    // A focused button keeps its own Enter.
    if (key.does === 'open' && event.target instanceof Element && event.target.closest('button, a, summary')) return
    event.preventDefault()
    handle(key)
  }

  function turn(wanted: boolean): void {
    on.value = wanted
    if (wanted) localStorage.removeItem(SWITCHED_OFF)
    else localStorage.setItem(SWITCHED_OFF, 'yes')
  }

  document.addEventListener('keydown', listen)
  onScopeDispose(() => document.removeEventListener('keydown', listen))
  return { on, turn }
}
