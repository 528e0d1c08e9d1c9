import { hourMinute, momentOf } from '../../shared/clock'
import type { Appointment, NewOrder, Payment, RequestedBy, Service, ServiceTerms, ServiceWindow, Transport } from '../../shared/contract-orders'

/** Fine enough for a promise on the telephone. */
const SLOT_MS = 600_000

/** What the operator has filled in so far; kept when the dialog is closed and when the server says no. */
export interface Draft {
  service: Service | null
  /** The moment at which the chosen window opens. */
  window: string | null
  time: string
  dish: string | null
  hospital: string
  department: string
  appointmentAt: string
  documents: string
  transport: Transport | ''
  wish: string
  requestedBy: RequestedBy
  consent: boolean
  selfPay: boolean
}
export type Lack = 'Window' | 'Time' | 'Dish' | 'Appointment' | 'Consent' | 'SelfPay'

export function emptyDraft(): Draft {
  return {
    service: null, window: null, time: '', dish: null, hospital: '', department: '', appointmentAt: '', documents: '', transport: '', wish: '',
    requestedBy: 'resident', consent: false, selfPay: false,
  }
}

/** The starts that can be promised in a window: from the earliest on, in steps of ten minutes. */
export function slotsOf(window: ServiceWindow): string[] {
  const from = Date.parse(window.earliest ?? window.opens)
  const slots: string[] = []
  for (let at = Math.ceil(from / SLOT_MS) * SLOT_MS; at < Date.parse(window.closes); at += SLOT_MS) slots.push(hourMinute(at))
  return slots
}

/** What the resident pays in person. */
export function selfShare(pays: readonly Payment[]): number {
  return pays.filter((payment) => payment.source === 'self').reduce((sum, payment) => sum + payment.fen, 0)
}

/** What must still be said before the server is asked; whether it is right is the server's word. */
export function lacking(draft: Draft, terms: ServiceTerms, window: ServiceWindow | null): Lack[] {
  const lacks: Lack[] = []
  if (!window) lacks.push('Window')
  else if (!draft.time) lacks.push('Time')
  if (terms.service === 'meal' && !draft.dish) lacks.push('Dish')
  if (terms.service === 'medical' && !(draft.hospital.trim() && draft.department.trim() && draft.appointmentAt)) lacks.push('Appointment')
  if (!draft.consent) lacks.push('Consent')
  if (window && selfShare(window.pays) > 0 && !draft.selfPay) lacks.push('SelfPay')
  return lacks
}

export function orderOf(draft: Draft, resident: string, terms: ServiceTerms, window: ServiceWindow, day: string): NewOrder {
  return {
    resident, service: terms.service, startsAt: momentOf(day, draft.time), requestedBy: draft.requestedBy, consent: true,
    ...(selfShare(window.pays) > 0 ? { selfPay: draft.selfPay } : {}),
    ...(terms.service === 'meal' && draft.dish ? { dish: draft.dish } : {}),
    ...(terms.service === 'medical' ? { appointment: appointmentOf(draft, day) } : {}),
    ...(draft.wish.trim() ? { wish: draft.wish.trim() } : {}),
  }
}

function appointmentOf(draft: Draft, day: string): Appointment {
  return {
    hospital: draft.hospital.trim(), department: draft.department.trim(), at: momentOf(day, draft.appointmentAt),
    ...(draft.documents.trim() ? { documents: draft.documents.trim() } : {}),
    ...(draft.transport ? { transport: draft.transport } : {}),
  }
}
