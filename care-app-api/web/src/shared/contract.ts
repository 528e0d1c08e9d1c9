/** The words of openapi.yaml as types; orders and visits have files of their own. When the contract changes, these change first. */
import type { OrderLink } from './contract-orders'
import type { Visit, VisitOffer } from './contract-visits'

export type Role = 'operator' | 'caregiver' | 'duty-leader' | 'admin'
export interface Account { id: string; login: string; name: string; role: Role; mustChangePassword: boolean }
export interface Session { csrf: string; token?: string; account: Account }
export interface Health { ready: boolean; database: 'up' | 'down' }
export interface Problem { type: string; title: string; status: number; detail?: string; field?: string; by?: string }

export interface Person { id: string; name: string }
export interface Position { latitude: number; longitude: number; accuracy?: number }
export type Priority = 1 | 2 | 3 | 4
export type AlarmClass = 'LIFE' | 'SAFETY' | 'INACTIVITY' | 'CARE' | 'SOCIAL' | 'TECHNICAL'
export type AgeBand = 'live' | 'recent' | 'old' | 'undatable'
export type HelpState = 'not-asked' | 'asking' | 'coming' | 'on-scene' | 'done' | 'withdrawn'
export type Gender = 'female' | 'male'
export type Language = 'zh' | 'mn'
export type NextStepKind =
  | 'two-more' | 'three-best' | 'contact-1' | 'contact-2' | 'near-neighbours' | 'within-reach' | 'duty-leader' | 'prompt-120' | 'prompt-119'
  | 'committee' | 'estate-guard' | 'township' | 'forced-entry' | 'again' | 'display' | 'arrival' | 'check'

export interface IncidentCard {
  id: string
  number: string
  priority: Priority
  alarmClass: AlarmClass
  type: string
  resident?: { id: string; name: string; age: number; gender: Gender }
  device?: string
  address?: string
  openedAt: string
  deviceTime?: string
  ageBand: AgeBand
  presses: number
  lastSignalAt: string
  desk: 'queued' | 'kept' | 'closed'
  keeper?: Person
  help: HelpState
  responder?: Person
  expectedAt?: string
  nextStep?: { what: NextStepKind; at: string }
  unattended: boolean
  escalated?: boolean
  exercise: boolean
  order?: OrderLink
  /** The ladder says that this service should be called now, and nobody has written that it was. */
  prompt?: '119' | '120'
  closedAt?: string
  cause?: string
  action?: string
}
export interface Board { now: string; incidents: IncidentCard[]; notices: number }

export type ReasonCode =
  | 'travel' | 'has-key' | 'knows-resident' | 'language' | 'position-old' | 'position-unknown' | 'on-a-visit'
export interface Reason { code: ReasonCode; minutes?: number; meters?: number; detail?: string }

export interface Resident {
  name?: string
  age?: number
  gender?: Gender
  language?: Language
  livesAlone?: boolean
  phone?: string
  address?: string
  access?: string
  medical?: string
  doNot?: string
  needs?: string[]
}
export interface Contact { id: string; rank: number; name: string; relation: string; phone: string; hasKey: boolean }
export interface Candidate {
  responder: Person
  kind: 'caregiver' | 'volunteer' | 'neighbour'
  minutes: number
  meters: number
  reasons: Reason[]
}
export type OfferState =
  | 'planned' | 'sent' | 'delivered' | 'seen' | 'accepted' | 'declined' | 'expired' | 'failed' | 'superseded'
export type OfferStep = 'accepted' | 'on-the-way' | 'arrived' | 'done' | 'given-back' | 'diverted'
export interface Offer {
  id: string
  responder: Person
  state: OfferState
  /** How far somebody has come who accepted an order; an incident says it on its card. */
  step?: OfferStep
  phase: string
  minutes: number
  sentAt: string
  answeredAt?: string
  declineReason?: string
  reasons: Reason[]
}
export interface TimelineEntry { seq: number; at: string; kind: string; actor: string; body: Record<string, unknown> }
export interface IncidentFile {
  card: IncidentCard
  yours: boolean
  resident?: Resident
  contacts: Contact[]
  candidates: Candidate[]
  offers: Offer[]
  notifications: Notification[]
  timeline: TimelineEntry[]
}
/** One message to one person over one channel. */
export interface Notification {
  id: string
  what: 'please-look' | 'somebody-coming' | 'safe-now' | 'duty-call' | 'visit-late' | 'visit-moved'
  recipient: 'contact' | 'resident' | 'duty' | 'responder'
  name: string
  channel: 'sms' | 'voice'
  state: 'planned' | 'sending' | 'sent' | 'delivered' | 'failed' | 'superseded'
  createdAt: string
  sentAt?: string
  deliveredAt?: string
  attempts: number
  /** `local-sink` when nothing leaves the building. */
  adapter?: string
  fault?: string
}

export interface Notice {
  id: string
  kind: 'quarantined' | 'refused-credential'
  at: string
  reason: string
  device?: string
  topic?: string
  raw?: string
  encoding?: 'text' | 'hex'
  lifeLooking?: boolean
  escalated?: boolean
  times: number
}

export interface Notices { notices: Notice[] }

export interface PhoneOffer {
  id: string
  priority: Priority
  type: string
  area: string
  minutes: number
  meters: number
  sentAt: string
  validUntil: string
  presses: number
  needs: string[]
}
export type TaskStep = 'accepted' | 'on-the-way' | 'arrived'
export interface Task {
  id: string
  incident: string
  number: string
  priority: Priority
  type: string
  step: TaskStep
  name: string
  age: number
  gender: Gender
  language?: Language
  phone?: string
  address: string
  access?: string
  medical?: string
  doNot?: string
  needs?: string[]
  latitude: number
  longitude: number
  presses: number
  acceptedAt: string
  deskPhone?: string
}
/** A question to this person that ended without their answer. */
export interface EndedOffer { id: string; why: 'superseded' | 'expired'; /** Who goes instead. */ by?: string }
export interface Phone {
  now: string
  responder: Person
  duty: 'on' | 'off'
  deskPhone: string
  offers: PhoneOffer[]
  ended: EndedOffer[]
  task?: Task
  visitOffers: VisitOffer[]
  visits: Visit[]
}

export const CONTACT_RESULTS = [
  'answered-safe', 'needs-help', 'unclear', 'busy', 'no-answer', 'voicemail', 'wrong-number', 'refused',
] as const
export type ContactResult = (typeof CONTACT_RESULTS)[number]

export const DECLINE_REASONS = ['busy-with-resident', 'too-far', 'no-vehicle', 'unwell', 'other'] as const
export type DeclineReason = (typeof DECLINE_REASONS)[number]

export const CAUSES = [
  'fall-uninjured', 'fall-injured', 'chest-or-breath', 'stroke-signs', 'unwell-other', 'pain', 'confusion-or-lost', 'fire',
  'cooking-smoke', 'gas', 'water', 'intruder-or-fear', 'care-need', 'visit-or-meal-failure', 'loneliness', 'information',
  'wants-family', 'accidental-press', 'device-fault', 'battery', 'mains-or-network', 'installer-test', 'resident-test', 'canary',
  'exercise', 'unknown-no-voice', 'wrong-registration', 'died-before', 'died-during',
] as const
export type Cause = (typeof CAUSES)[number]

export const ACTIONS = [
  'voice-only', 'advice', 'contact-attended', 'volunteer', 'own-responder', 'provider', 'estate-guard', 'committee',
  'family-doctor', '120-conveyed', '120-not-conveyed', '119', '110', 'refused-help', 'forced-entry', 'key-used', 'not-found',
  'left-in-care-of', 'referred', 'order-created', 'equipment-visit', 'none',
] as const
export type Action = (typeof ACTIONS)[number]
