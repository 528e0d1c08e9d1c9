// Visits on an invented phone: offers, the agenda, steps with their checks.
import { randomUUID as id } from 'node:crypto'
import { fail } from './mock-no.mjs'

const inMinutes = (minutes) => new Date(Date.now() + minutes * 60_000).toISOString()
const number = (field, least, most, unit) => ({ field, kind: 'number', least, most, unit, required: true })
const yes = (field) => ({ field, kind: 'yes', required: true })
const CHECKS = {
  meal: { 'on-the-way': [{ field: 'cooked-at', kind: 'time', required: true }], 'checked-out': [yes('handed-over'), { field: 'reheated', kind: 'choice', required: false }] },
  bath: {
    begun: [yes('no-hospital-stay'), yes('skin-intact'), yes('no-tubes'), number('systolic-before', 90, 160, 'mmHg'), number('diastolic-before', 50, 100, 'mmHg'), number('pulse-before', 50, 110, '/min'), number('temperature-before', 35.5, 37.4, '°C'), number('water', 40, 42, '°C')],
    'checked-out': [number('systolic-after', 40, 280, 'mmHg'), number('diastolic-after', 20, 180, 'mmHg'), number('pulse-after', 20, 240, '/min'), number('temperature-after', 30, 43, '°C')],
  },
  medical: { begun: [yes('documents')], 'checked-out': [{ field: 'result', kind: 'text', required: true }, { field: 'medicines', kind: 'text', required: false }, yes('home-safe')] },
}
const FOLLOWS = {
  accepted: ['on-the-way', 'given-back'], 'on-the-way': ['checked-in', 'no-access', 'given-back'], 'checked-in': ['begun', 'not-done'], begun: ['checked-out', 'not-done'],
}
const PEOPLE = { meal: ['王秀兰', 79, '乌兰木伦镇 河畔嘎查 12 号'], bath: ['李凤英', 88, '阿勒腾席热镇 通格朗街 9-1-302'], medical: ['巴图', 85, '札萨克镇 门克庆嘎查 4 组 17 号'] }
const MINUTES = { meal: 20, bath: 60, medical: 180 }

export function nextOf(visit, done) {
  const steps = visit.service === 'meal' && done === 'checked-in' ? ['checked-out', 'not-done'] : FOLLOWS[done]
  return steps.map((step) => ({ step, checks: CHECKS[visit.service][step] ?? [] }))
}

export const visitOffer = (service, why) => ({
  id: id(), service, startsAt: inMinutes(45), endsAt: inMinutes(45 + MINUTES[service]), area: '乌兰木伦镇 河畔一带', minutes: 7, meters: 2600, sentAt: inMinutes(0), validUntil: inMinutes(10), workers: service === 'bath' ? 2 : 1,
  needs: ['wheelchair'], ...(why ? { why } : {}),
})

export function visitOf(offer) {
  const [name, age, address] = PEOPLE[offer.service]
  const visit = {
    id: offer.id, order: id(), number: 'F20261121-0042', service: offer.service, state: 'accepted', step: 'accepted', startsAt: offer.startsAt, endsAt: offer.endsAt, name, age, gender: 'female', language: 'mn', phone: '13800002276',
    address, access: '门铃坏了，请敲窗', doNot: '院里有狗，先打电话', needs: ['wheelchair', 'hearing'], latitude: 39.56, longitude: 109.78, diet: ['diabetes', 'low-salt'], mayBeDiverted: offer.service === 'meal',
    team: offer.workers > 1 ? [{ name: '娜仁', step: 'accepted' }] : [],
    ...(offer.service === 'meal' ? { dish: { id: id(), name: '羊肉汤面', contains: ['mutton', 'gluten'] } } : {}),
    ...(offer.service === 'medical' ? { appointment: { hospital: '旗人民医院', department: '心内科', at: inMinutes(120), documents: '医保卡、上次的病历', transport: 'centre-car' } } : {}),
    wish: '麻烦带一瓶水上来',
  }
  visit.next = nextOf(visit, 'accepted')
  return visit
}

const AFTER = { 'on-the-way': 'on-the-way', 'checked-in': 'checked-in', begun: 'in-progress' }

export function visitStep(phone, visitId, body) {
  const visit = phone.visits.find((one) => one.id === visitId) ?? fail(409, 'not-your-task')
  const asked = visit.next.find((one) => one.step === body.step) ?? fail(409, 'step-out-of-order', { detail: visit.step })
  for (const { field, kind, least, most, unit, required } of asked.checks) {
    const value = body.checks?.[field]
    if (value === undefined ? required : kind === 'yes' && value !== 'yes') fail(409, 'check-missing', { field })
    if (kind === 'number' && value !== undefined && (Number(value) < least || Number(value) > most)) fail(409, 'check-out-of-range', { field, detail: `${least}–${most} ${unit}` })
  }
  if (!AFTER[body.step]) phone.visits = phone.visits.filter((one) => one !== visit)
  else Object.assign(visit, { state: AFTER[body.step], step: body.step === 'on-the-way' ? 'on-the-way' : 'arrived', next: nextOf(visit, body.step) })
}
