import type { Candidate, Gender, Notification, Offer, Person, TimelineEntry } from './contract'

export const SERVICES = ['meal', 'bath', 'medical'] as const
export type Service = (typeof SERVICES)[number]
export type OrderState =
  | 'offered' | 'accepted' | 'on-the-way' | 'checked-in' | 'in-progress' | 'checked-out' | 'verified' | 'no-access' | 'cancelled'

/** Why the desk should look, the most pressing first. */
export const ATTENTION = ['nobody-to-ask', 'late', 'nobody-accepted', 'not-done', 'weak-proof', 'complaint', 'unrated'] as const
export type Attention = (typeof ATTENTION)[number]
export const REQUESTED_BY = ['resident', 'family', 'caregiver'] as const
export type RequestedBy = (typeof REQUESTED_BY)[number]
export const CANCELLED_BY = ['resident', 'family', 'centre'] as const
export type CancelledBy = (typeof CANCELLED_BY)[number]
export const DECISIONS = ['accepted', 'rejected'] as const
export type Decision = (typeof DECISIONS)[number]
export const TRANSPORTS = ['foot', 'bus', 'taxi', 'centre-car', 'ambulance'] as const
export type Transport = (typeof TRANSPORTS)[number]

export interface OrderLink { id: string; number: string; service: Service }
export interface Appointment { hospital: string; department: string; at: string; documents?: string; transport?: Transport }
export interface Dish { id: string; name: string; contains: string[]; /** The dietary limit of this resident that forbids it. */ forbiddenBy?: string }
/** What somebody pays; `self` is the resident in person. */
export interface Payment { source: string; fen: number }
export interface Lot { source: string; fen: number; expiresOn: string; services: Service[] }

export interface FoundResident { id: string; name: string; age: number; gender: Gender; area: string; phone: string }
export interface Residents { residents: FoundResident[] }

export interface ServiceWindow {
  name: 'breakfast' | 'lunch' | 'supper' | 'day'
  opens: string
  closes: string
  /** The earliest start that can still be ordered. */
  earliest?: string
  orderable: boolean
  ordered?: OrderLink
  pays: Payment[]
}
export interface ServiceTerms {
  service: Service
  entitled: boolean
  basis?: string
  priceFen: number
  minutes: number
  workers: number
  windows: ServiceWindow[]
  dishes?: Dish[]
}
export interface Services {
  now: string
  day: string
  resident: { id: string; name: string; age: number; gender: Gender; diet: string[]; needs: string[]; level?: number }
  balance: Lot[]
  services: ServiceTerms[]
}
/** What `placeOrder` is asked. */
export interface NewOrder {
  resident: string
  service: Service
  startsAt: string
  requestedBy: RequestedBy
  consent: true
  selfPay?: boolean
  dish?: string
  appointment?: Appointment
  wish?: string
}

export interface OrderCard {
  id: string
  number: string
  service: Service
  state: OrderState
  attention?: Attention
  resident: { id: string; name: string; age: number; gender: Gender }
  area?: string
  startsAt: string
  endsAt: string
  window: string
  workers: number
  holders: Person[]
  dish?: string
  priceFen: number
  money: 'held' | 'captured' | 'released'
  stars?: number
  complaint?: boolean
  score?: number
  /** The welfare incident it raised. */
  incident?: string
  checkedInAt?: string
  checkedOutAt?: string
  createdAt: string
}
export interface OrderBoard { now: string; day: string; orders: OrderCard[] }

export interface CheckAnswer { stage: string; field: string; value: string; unit?: string; by: string; at: string }
export interface Proof {
  step: 'checked-in' | 'checked-out' | 'no-access'
  by: string
  at: string
  deviceTime?: string
  /** From the door. */
  meters?: number
  accuracy?: number
  score: number
  reasons: { code: string; points: number }[]
}
export interface OrderFile {
  card: OrderCard
  resident: { name: string; age: number; gender: Gender; phone: string; address: string; diet: string[]; needs: string[]; level?: number }
  dish?: Dish
  appointment?: Appointment
  wish?: string
  pays: Payment[]
  candidates: Candidate[]
  offers: Offer[]
  checks: CheckAnswer[]
  proofs: Proof[]
  notifications: Notification[]
  timeline: TimelineEntry[]
}
