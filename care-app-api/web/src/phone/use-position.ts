import { onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue'
import { post } from '../shared/api'
import { freshKey } from '../shared/act-keys'
import type { Position } from '../shared/contract'

const REPORT_MS = 20_000
export type PositionState = 'off' | 'asking' | 'known' | 'unknown'

/** Reports where the phone is while its owner is on duty, and never else. Without a position duty goes on: the desk sees "unknown". */
export function usePosition(onDuty: Ref<boolean>) {
  const state = ref<PositionState>('off')
  const last = shallowRef<Position | null>(null)

  async function report(): Promise<void> {
    if (!onDuty.value) return
    if (state.value === 'off') state.value = 'asking'
    const place = await locate()
    if (!onDuty.value) return
    last.value = place
    state.value = place ? 'known' : 'unknown'
    // Not repeated when lost: in twenty seconds there is a newer one.
    if (place) await post('/phone/position', place, freshKey()).catch(() => {})
  }

  watch(onDuty, (on) => {
    if (on) void report()
    else {
      state.value = 'off'
      last.value = null
    }
  }, { immediate: true })
  const timer = setInterval(() => void report(), REPORT_MS)
  onScopeDispose(() => clearInterval(timer))
  return { state, last }
}

/** Asks the browser once; null when it may not or cannot tell. */
export function locate(most: { ageMs: number; waitMs: number } = { ageMs: 10_000, waitMs: 15_000 }): Promise<Position | null> {
  return new Promise((resolve) => {
    if (!('geolocation' in navigator)) return resolve(null)
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ latitude: coords.latitude, longitude: coords.longitude, accuracy: Math.min(100_000, Math.max(0, coords.accuracy)) }),
      () => resolve(null),
      { enableHighAccuracy: true, timeout: most.waitMs, maximumAge: most.ageMs },
    )
  })
}
