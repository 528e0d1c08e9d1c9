import { onScopeDispose, ref, type Ref } from 'vue'
import { read, Unreachable } from '../shared/api'
import type { Health } from '../shared/contract'

export type DatabaseState = 'asking' | 'up' | 'down' | 'unknown'

/** Asks every five seconds whether alarms can still be stored. */
export function useHealth(): Ref<DatabaseState> {
  const state = ref<DatabaseState>('asking')

  async function ask(): Promise<void> {
    try {
      state.value = (await read<Health>('/health')).database
    } catch (fault) {
      state.value = fault instanceof Unreachable && fault.status === 503 ? 'down' : 'unknown'
    }
  }

  void ask()
  const timer = setInterval(() => void ask(), 5000)
  onScopeDispose(() => clearInterval(timer))
  return state
}
