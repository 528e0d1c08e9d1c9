import type { Offer } from '../src/shared/contract'
import type { OrderCard, ServiceTerms, ServiceWindow } from '../src/shared/contract-orders'
import type { Visit, VisitOffer } from '../src/shared/contract-visits'

export const ELEVEN = '2026-11-22T03:00:00Z'

/** Names double as ids, as people speak of them. */
export function orderFor(name: string, order: Partial<OrderCard> = {}): OrderCard {
  return {
    id: name, number: 'F20261122-0042', service: 'meal', state: 'offered', resident: { id: name, name, age: 81, gender: 'female' }, startsAt: ELEVEN,
    endsAt: '2026-11-22T03:20:00Z', window: 'lunch', workers: 1, holders: [], priceFen: 1500, money: 'held', createdAt: '2026-11-21T03:00:00Z', ...order,
  }
}

export function holderNamed(name: string, offer: Partial<Offer> = {}): Offer {
  return { id: name, responder: { id: name, name }, state: 'accepted', step: 'accepted', phase: 'three-best', minutes: 8, sentAt: '2026-11-22T02:00:00Z', reasons: [], ...offer }
}

export function lunch(window: Partial<ServiceWindow> = {}): ServiceWindow {
  return { name: 'lunch', opens: ELEVEN, closes: '2026-11-22T05:30:00Z', orderable: true, pays: [{ source: 'prepaid', fen: 1500 }], ...window }
}

export function mealTerms(terms: Partial<ServiceTerms> = {}): ServiceTerms {
  return { service: 'meal', entitled: true, priceFen: 1500, minutes: 20, workers: 1, windows: [lunch()], dishes: [], ...terms }
}

export function visitTo(name: string, visit: Partial<Visit> = {}): Visit {
  return {
    id: name, order: name, number: 'F20261122-0042', service: 'bath', state: 'accepted', step: 'accepted', startsAt: ELEVEN, endsAt: '2026-11-22T04:00:00Z', name, age: 79,
    gender: 'female', phone: '13900001188', address: '河畔嘎查 12 号', latitude: 39.6, longitude: 109.8, needs: [], diet: [], team: [], mayBeDiverted: false,
    next: [{ step: 'on-the-way', checks: [] }], ...visit,
  }
}

export function visitOfferNear(area: string, offer: Partial<VisitOffer> = {}): VisitOffer {
  return {
    id: area, service: 'meal', startsAt: ELEVEN, endsAt: '2026-11-22T03:20:00Z', area, minutes: 7, meters: 2600, sentAt: '2026-11-22T02:00:00Z',
    validUntil: '2026-11-22T02:10:00Z', workers: 1, needs: [], ...offer,
  }
}
