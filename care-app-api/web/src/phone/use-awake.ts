import { onScopeDispose, watch, type Ref } from 'vue'

/** A locked phone may not ring from a page, so the screen stays on while its owner is on duty, where the browser allows it. */
export function useAwake(wanted: Ref<boolean>): void {
  let lock: WakeLockSentinel | null = null

  async function follow(): Promise<void> {
    if (!wanted.value) {
      await lock?.release().catch(() => {})
      lock = null
    } else if (document.visibilityState === 'visible' && 'wakeLock' in navigator) {
      lock = await navigator.wakeLock.request('screen').catch(() => null)
    }
  }

  const wake = () => void follow()
  watch(wanted, wake, { immediate: true })
  document.addEventListener('visibilitychange', wake)
  onScopeDispose(() => {
    document.removeEventListener('visibilitychange', wake)
    void lock?.release().catch(() => {})
  })
}
