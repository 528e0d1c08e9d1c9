import type { IncidentCard, PhoneOffer } from '../src/shared/contract'

const SEVEN = '2026-11-21T11:00:00Z'

export function alarm(of: string, card: Partial<IncidentCard> = {}): IncidentCard {
  return {
    id: of, number: '20261121-0417', priority: 1, alarmClass: 'LIFE', type: 'sos.wristband', openedAt: SEVEN, ageBand: 'live', presses: 1,
    lastSignalAt: SEVEN, desk: 'queued', help: 'asking', unattended: true, exercise: false, ...card,
  }
}

export function offerNear(area: string, offer: Partial<PhoneOffer> = {}): PhoneOffer {
  return {
    id: area, priority: 1, type: 'sos.wristband', area, minutes: 4, meters: 1400, sentAt: SEVEN, validUntil: '2026-11-21T11:00:45Z', presses: 1,
    needs: [], ...offer,
  }
}
