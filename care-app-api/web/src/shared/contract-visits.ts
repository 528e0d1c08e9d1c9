import type { Gender, Language, TaskStep } from './contract'
import type { Appointment, Dish, OrderState, Service } from './contract-orders'

/** A visit this person is asked to do; no name and no address until accepted. */
export interface VisitOffer {
  id: string
  service: Service
  startsAt: string
  endsAt: string
  area: string
  minutes: number
  meters: number
  sentAt: string
  validUntil: string
  workers: number
  needs: string[]
  /** Why it is offered again. */
  why?: 'diverted' | 'given-back'
}

export const VISIT_STEPS = ['on-the-way', 'checked-in', 'begun', 'checked-out', 'no-access', 'not-done', 'given-back'] as const
export type VisitStep = (typeof VISIT_STEPS)[number]

/** What a step asks. `yes` goes on only with yes; `choice` is yes or no; every answer travels as text. */
export interface Check {
  field: string
  kind: 'number' | 'yes' | 'choice' | 'text' | 'time'
  least?: number
  most?: number
  unit?: string
  required: boolean
}
/** A step that may follow and what it asks. */
export interface NextVisitStep { step: VisitStep; checks: Check[] }

export interface Visit {
  /** The accepted offer. */
  id: string
  order: string
  number: string
  service: Service
  state: OrderState
  step: TaskStep
  startsAt: string
  endsAt: string
  name: string
  age: number
  gender: Gender
  language?: Language
  phone: string
  address: string
  access?: string
  medical?: string
  doNot?: string
  needs: string[]
  latitude: number
  longitude: number
  team: { name: string; step: TaskStep }[]
  dish?: Dish
  diet: string[]
  appointment?: Appointment
  wish?: string
  mayBeDiverted: boolean
  next: NextVisitStep[]
}
