// Invented orders of invented residents; the rules are only as good as looking at the pages needs.
import { randomUUID as id } from 'node:crypto'
import { fail } from './mock-no.mjs'

const ZONE_MS = 8 * 3600_000
export const dayOf = (moment) => new Date(new Date(moment).getTime() + ZONE_MS).toISOString().slice(0, 10)
const today = () => dayOf(Date.now())
export const at = (day, time) => new Date(Date.parse(`${day}T${time}:00Z`) - ZONE_MS).toISOString()
const ago = (minutes) => new Date(Date.now() - minutes * 60_000).toISOString()
const person = (name) => ({ id: id(), name })

const resident = (name, age, gender, area, phone, diet = [], needs = [], level = 2) => ({ id: id(), name, age, gender, area, phone, diet, needs, level })
export const residents = [
  resident('乌云', 81, 'female', '苏布尔嘎镇', '138****2276', ['halal', 'low-salt'], ['hearing'], 1), resident('王秀兰', 79, 'female', '乌兰木伦镇 河畔嘎查', '139****1188', ['diabetes'], ['wheelchair'], 3),
  resident('巴图', 85, 'male', '札萨克镇', '137****3344'), resident('李凤英', 88, 'female', '阿勒腾席热镇 通格朗街', '136****5566', ['soft-food'], ['sight'], 4),
  resident('张德福', 76, 'male', '红庆河镇', '135****7788', [], [], undefined), resident('其木格', 82, 'female', '阿勒腾席热镇 可汗路', '138****2276', ['halal'], ['oxygen', 'hearing'], 2),
]
const dish = (name, ...contains) => ({ id: id(), name, contains })
const dishes = [dish('羊肉汤面', 'mutton', 'gluten'), dish('红烧排骨饭', 'pork', 'meat'), dish('清蒸鱼套餐', 'seafood', 'fish'), dish('奶豆腐甜粥', 'dairy', 'sugar'), dish('小米南瓜粥')]
const FORBIDS = { halal: ['pork', 'alcohol'], diabetes: ['sugar'], 'low-salt': ['salty'], 'soft-food': ['hard'] }
const dishesFor = (who) => dishes.map((one) => {
  const forbiddenBy = who.diet.find((diet) => FORBIDS[diet]?.some((what) => one.contains.includes(what)))
  return { ...one, ...(forbiddenBy ? { forbiddenBy } : {}) }
})
const TERMS = { meal: [1500, 20, 30], bath: [8000, 60, 120], medical: [6500, 180, 120] }
const WINDOWS = { meal: [['breakfast', '06:00', '09:00'], ['lunch', '11:00', '13:30'], ['supper', '17:30', '19:30']], bath: [['day', '09:00', '17:00']], medical: [['day', '06:30', '17:00']] }
const MOST_DAYS = 14

export const orders = []
let number = 40
const event = (file, kind, actor, body = {}, when = new Date().toISOString()) => file.timeline.push({ seq: file.timeline.length + 1, at: when, kind, actor, body })

function paysFor(service, window) {
  if (service === 'meal') return window === 'lunch' ? [{ source: 'meal-subsidy', fen: 800 }, { source: 'prepaid', fen: 700 }] : [{ source: 'prepaid', fen: 1200 }, { source: 'self', fen: 300 }]
  return service === 'bath' ? [{ source: 'voucher', fen: 8000 }] : [{ source: 'care-insurance', fen: 5850 }, { source: 'self', fen: 650 }]
}

export function order(service, who, startsAt, state, more = {}, rest = {}) {
  const [priceFen, minutes] = TERMS[service]
  const window = WINDOWS[service].find(([, opens, closes]) => at(dayOf(startsAt), opens) <= startsAt && startsAt < at(dayOf(startsAt), closes))?.[0] ?? 'day'
  const card = {
    id: id(), number: `F${today().replaceAll('-', '')}-00${++number}`, service, state, resident: { id: who.id, name: who.name, age: who.age, gender: who.gender }, area: who.area,
    startsAt, endsAt: new Date(Date.parse(startsAt) + minutes * 60_000).toISOString(), window, workers: service === 'bath' && (who.level ?? 0) >= 3 ? 2 : 1, holders: [], priceFen,
    money: 'held', createdAt: ago(600), ...more,
  }
  const file = {
    card, resident: { name: who.name, age: who.age, gender: who.gender, phone: who.phone, address: `${who.area} 3-2-101`, diet: who.diet, needs: who.needs, level: who.level },
    ...(service === 'meal' ? { dish: dishes[0] } : {}), ...(service === 'medical' ? { appointment: { hospital: '旗人民医院', department: '心内科', at: new Date(Date.parse(startsAt) + 3600_000).toISOString(), documents: '医保卡、上次的病历', transport: 'centre-car' } } : {}),
    pays: paysFor(service, window),
    candidates: ['娜仁', '王建军', '乌日娜'].map((name, index) => ({ responder: person(name), kind: 'caregiver', minutes: 6 + 5 * index, meters: 2100 + 2400 * index, reasons: [{ code: 'travel' }, { code: index ? 'language' : 'knows-resident' }, ...(service === 'bath' ? [{ code: 'language' }] : [])] })),
    offers: [], checks: [], proofs: [], notifications: [], timeline: [], ...rest,
  }
  if (service === 'meal') card.dish = file.dish.name
  event(file, 'requested', '斯琴', { service, requestedBy: 'resident', startsAt }, card.createdAt)
  event(file, 'assessed', 'system', { level: who.level }, card.createdAt)
  event(file, 'held', 'system', { priceFen }, card.createdAt)
  event(file, 'scheduled', 'system', { window, workers: card.workers }, card.createdAt)
  orders.push(file)
  return file
}

export function offered(file, name, state, step) {
  const who = person(name)
  file.offers.push({ id: id(), responder: who, state, ...(step ? { step } : {}), phase: 'three-best', minutes: 8, sentAt: ago(60), reasons: [] })
  if (state === 'accepted') file.card.holders.push(who)
  return file
}

export function fillOrders(incident) {
  const day = today()
  const [wuyun, xiulan, batu, fengying, defu, qimuge] = residents
  offered(order('meal', wuyun, at(day, '11:30'), 'offered', { attention: 'nobody-accepted' }), '刘建国', 'declined').offers[0].declineReason = 'no-vehicle'
  offered(offered(order('bath', fengying, at(day, '14:00'), 'accepted'), '萨仁', 'accepted', 'accepted'), '娜仁', 'seen')
  offered(order('medical', batu, at(day, '08:00'), 'in-progress', { checkedInAt: ago(90) }), '王建军', 'accepted', 'arrived')
  offered(order('meal', xiulan, at(day, '11:10'), 'on-the-way'), '其其格', 'accepted', 'on-the-way')
  offered(order('medical', wuyun, at(day, '06:40'), 'in-progress', { attention: 'late', endsAt: ago(25), checkedInAt: ago(200) }), '乌日娜', 'accepted', 'arrived')
  const weak = offered(order('bath', xiulan, at(day, '09:30'), 'checked-out', { attention: 'weak-proof', score: 45, checkedInAt: ago(150), checkedOutAt: ago(85) }), '萨仁', 'accepted', 'done')
  weak.proofs.push(
    { step: 'checked-in', by: '萨仁', at: ago(150), deviceTime: ago(150), score: 60, reasons: [{ code: 'signed-in', points: 30 }, { code: 'clock-agrees', points: 30 }, { code: 'no-position', points: 0 }] },
    { step: 'checked-out', by: '萨仁', at: ago(85), deviceTime: ago(80), meters: 1840, accuracy: 24.4, score: 45, reasons: [{ code: 'signed-in', points: 30 }, { code: 'clock-agrees', points: 30 }, { code: 'far-from-the-door', points: -15 }] },
  )
  for (const [stage, field, value, unit] of [['begun', 'no-hospital-stay', 'yes'], ['begun', 'skin-intact', 'yes'], ['begun', 'systolic-before', '138', 'mmHg'], ['begun', 'diastolic-before', '82', 'mmHg'], ['begun', 'pulse-before', '76', '/min'], ['begun', 'water', '41', '°C'], ['checked-out', 'systolic-after', '132', 'mmHg']])
    weak.checks.push({ stage, field, value, unit, by: '萨仁', at: ago(120) })
  event(weak, 'checked-in', '萨仁', { score: 60 }, ago(150))
  event(weak, 'begun', '萨仁', {}, ago(140))
  event(weak, 'checked-out', '萨仁', { score: 45 }, ago(85))
  event(weak, 'review-due', 'system', { score: 45 }, ago(85))
  offered(order('meal', qimuge, at(day, '07:00'), 'verified', { money: 'captured', score: 95, stars: 5, checkedInAt: ago(200), checkedOutAt: ago(195) }), '其其格', 'accepted', 'done')
  offered(order('meal', defu, at(day, '07:20'), 'verified', { money: 'captured', score: 90, attention: 'unrated', checkedInAt: ago(190), checkedOutAt: ago(184) }), '刘建国', 'accepted', 'done')
  order('meal', defu, at(day, '18:00'), 'cancelled', { money: 'released' }, { pays: [] })
  const gone = offered(order('meal', qimuge, at(day, '11:40'), 'no-access', { incident, money: 'released' }, { pays: [] }), '刘建国', 'accepted', 'done')
  gone.notifications.push(
    { id: id(), what: 'please-look', recipient: 'contact', name: '巴雅尔', channel: 'sms', state: 'delivered', createdAt: ago(4), sentAt: ago(4), deliveredAt: ago(4), attempts: 1, adapter: 'local-sink' },
    { id: id(), what: 'visit-late', recipient: 'resident', name: '其木格', channel: 'voice', state: 'failed', createdAt: ago(9), attempts: 3, adapter: 'local-sink', fault: 'no answer' },
  )
  event(gone, 'no-access', '刘建国', { note: '敲门三次，打电话没人接' }, ago(5))
  event(gone, 'welfare-raised', 'system', { type: 'meal.unanswered' }, ago(5))
  return gone
}

export function servicesOf(resident, day = today()) {
  const who = residents.find((one) => one.id === resident) ?? fail(404, 'not-found')
  const services = Object.entries(TERMS).map(([service, [priceFen, minutes, ahead]]) => ({
    service, entitled: service !== 'medical' || who.level !== undefined, ...(service === 'meal' ? { basis: 'meal-subsidy' } : { basis: 'care-insurance' }), priceFen, minutes,
    workers: service === 'bath' && (who.level ?? 0) >= 3 ? 2 : 1, ...(service === 'meal' ? { dishes: dishesFor(who) } : {}),
    windows: WINDOWS[service].map(([name, from, to]) => {
      const opens = at(day, from)
      const closes = at(day, to)
      const earliest = new Date(Math.max(Date.parse(opens), Date.now() + ahead * 60_000)).toISOString()
      const known = orders.find(({ card }) => card.resident.id === who.id && card.service === service && card.startsAt >= opens && card.startsAt < closes && card.state !== 'cancelled' && card.state !== 'no-access')?.card
      return { name, opens, closes, earliest, orderable: earliest < closes && !known, ...(known ? { ordered: { id: known.id, number: known.number, service } } : {}), pays: paysFor(service, name) }
    }),
  }))
  if (who.level === undefined) services[2].basis = undefined
  return {
    now: new Date().toISOString(), day, resident: who, services,
    balance: [{ source: 'prepaid', fen: 23_450, expiresOn: `${Number(day.slice(0, 4)) + 1}-06-30`, services: ['meal', 'bath'] }, { source: 'voucher', fen: 80_000, expiresOn: `${day.slice(0, 7)}-28`, services: ['bath', 'medical'] }],
  }
}

export function placeOrder(who, body) {
  const its = residents.find((one) => one.id === body.resident) ?? fail(404, 'not-found')
  if (Date.parse(body.startsAt) > Date.now() + MOST_DAYS * 86_400_000) fail(409, 'too-far-ahead', { detail: `${MOST_DAYS}` })
  const terms = servicesOf(body.resident, dayOf(body.startsAt)).services.find((one) => one.service === body.service)
  const window = terms.windows.find((one) => one.opens <= body.startsAt && body.startsAt < one.closes)
  if (!terms.entitled) fail(409, 'no-entitlement', { detail: body.service })
  if (!window) fail(409, 'outside-window', { detail: body.startsAt })
  if (window.ordered) fail(409, 'already-ordered', { detail: window.ordered.number })
  if (body.startsAt < window.earliest) fail(409, 'too-late', { detail: window.earliest })
  if (body.wish?.includes('拒绝')) fail(409, 'dietary-limit', { detail: 'halal: pork' })
  const file = order(body.service, its, body.startsAt, 'offered', { createdAt: new Date().toISOString() })
  if (body.dish) Object.assign(file, { dish: dishes.find((one) => one.id === body.dish) })
  if (body.dish) file.card.dish = file.dish.name
  if (body.appointment) file.appointment = body.appointment
  if (body.wish) file.wish = body.wish
  offered(file, '娜仁', 'sent')
  return file
}

export const orderActs = {
  ask(file, who, { responder }) {
    const index = file.candidates.findIndex((one) => one.responder.id === responder)
    if (index < 0) fail(409, 'already-asked')
    const [one] = file.candidates.splice(index, 1)
    file.offers.push({ id: id(), responder: one.responder, state: 'sent', phase: 'desk', minutes: one.minutes, sentAt: new Date().toISOString(), reasons: one.reasons })
    event(file, 'offered', who.name, { phase: 'desk', responders: [one.responder.name] })
  },
  'take-back'(file, who, { responder, reason }) {
    const held = file.offers.find((one) => one.responder.id === responder && one.state === 'accepted' && one.step !== 'given-back') ?? fail(409, 'not-theirs')
    if (file.card.state === 'in-progress') fail(409, 'somebody-at-the-door')
    held.step = 'given-back'
    file.card.holders = file.card.holders.filter((one) => one.id !== responder)
    file.card.state = 'offered'
    event(file, 'taken-back', who.name, { responder: held.responder.name, reason })
  },
  cancel(file, who, { by, reason }) {
    Object.assign(file.card, { state: 'cancelled', money: 'released', attention: undefined })
    file.pays = []
    event(file, 'cancelled', who.name, { by, reason })
    event(file, 'released', 'system', { fen: file.card.priceFen })
  },
  rate(file, who, { stars, complaint, words }) {
    if (file.card.stars) fail(409, 'already-rated')
    Object.assign(file.card, { stars, complaint, attention: complaint ? 'complaint' : undefined })
    event(file, 'rated', who.name, { stars, words })
  },
  review(file, who, { decision, note }) {
    if (!file.card.checkedOutAt) {
      Object.assign(file.card, { checkedOutAt: new Date().toISOString(), score: 0 })
      event(file, 'left-open', who.name, { score: 0 })
    }
    Object.assign(file.card, decision === 'accepted' ? { state: 'verified', money: 'captured', attention: undefined } : { attention: undefined, money: 'released', state: 'cancelled' })
    event(file, 'reviewed', who.name, { decision, note })
  },
}
