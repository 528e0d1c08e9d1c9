import { ref } from 'vue'
import { act } from '../shared/api'
import type { Action, Cause, ContactResult, IncidentFile } from '../shared/contract'
import { useRefusalWords } from '../shared/refusal-words'
import type { Desk } from './use-desk'

/** What an operator can do. Each act ends in the new file of the incident, or in words why not. */
export function useActs(desk: Desk) {
  const words = useRefusalWords()
  const refusal = ref<string | null>(null)

  async function perform(id: string, what: string, body?: unknown): Promise<boolean> {
    refusal.value = null
    try {
      desk.show(await act<IncidentFile>(`/desk/incidents/${id}/${what}`, body))
      return true
    } catch (fault) {
      refusal.value = words(fault)
      desk.stream.reread()
      return false
    }
  }

  async function review(notice: string, outcome: string): Promise<boolean> {
    refusal.value = null
    try {
      await act(`/desk/notices/${notice}/review`, { outcome })
      return true
    } catch (fault) {
      refusal.value = words(fault)
      return false
    } finally {
      desk.stream.reread()
    }
  }

  return {
    refusal,
    review,
    take: (id: string) => perform(id, 'take'),
    release: (id: string, reason: string) => perform(id, 'release', { reason }),
    dispatch: (id: string, responder: string) => perform(id, 'dispatch', { responder }),
    standDown: (id: string, reason: string) => perform(id, 'stand-down', { reason }),
    note: (id: string, text: string) => perform(id, 'notes', { text }),
    called: (id: string, result: ContactResult, contact?: string) =>
      perform(id, 'contact-attempts', contact === undefined ? { result } : { contact, result }),
    close: (id: string, cause: Cause, action: Action, note: string) => perform(id, 'close', { cause, action, note }),
  }
}
export type Acts = ReturnType<typeof useActs>
