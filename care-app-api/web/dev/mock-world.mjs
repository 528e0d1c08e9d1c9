// Invented people in invented homes.
import { randomUUID as id } from 'node:crypto'
import { fillOrders } from './mock-orders.mjs'
import { visitOffer, visitOf } from './mock-visits.mjs'

const ago = (seconds) => new Date(Date.now() - seconds * 1000).toISOString()
const account = (login, name, role, mustChangePassword = false) => ({ id: id(), login, name, role, mustChangePassword })
export const accounts = [
  account('siqin', '斯琴', 'operator'), account('bater', '巴特尔', 'operator'), account('leader', '苏日娜', 'duty-leader'),
  account('qiqige', '其其格', 'caregiver'), account('liujianguo', '刘建国', 'caregiver'), account('root', '管理员', 'admin'),
  account('new', '新来的', 'operator', true),
]
const person = (name) => ({ id: id(), name })
const travel = (minutes, meters) => ({ code: 'travel', minutes, meters })
const candidate = (name, kind, minutes, meters, ...codes) => ({ responder: person(name), kind, minutes, meters, reasons: [travel(minutes, meters), ...codes.map((code) => ({ code }))] })
const candidates = () => [
  candidate('娜仁', 'caregiver', 4, 1400, 'knows-resident', 'language'), candidate('邻居 张玉梅', 'neighbour', 6, 420, 'has-key'),
  candidate('王建军', 'caregiver', 9, 4000, 'on-a-visit'), candidate('乌日娜', 'volunteer', 11, 5800, 'language', 'position-old'),
  candidate('赵敏', 'caregiver', 14, 7200, 'position-unknown'),
]
let number = 416
function incident(priority, alarmClass, type, resident, address, openedSeconds, more = {}, rest = {}) {
  const [name, age, gender] = resident ?? []
  const card = {
    id: id(), number: `20261121-0${++number}`, priority, alarmClass, type, device: 'wb-0417-22', address, openedAt: ago(openedSeconds), deviceTime: ago(openedSeconds + 1),
    ageBand: 'live', presses: 1, lastSignalAt: ago(openedSeconds), desk: 'queued', help: 'not-asked', unattended: true, exercise: false,
    ...(resident ? { resident: { id: id(), name, age, gender } } : {}), ...more,
  }
  const file = {
    card,
    ...(resident ? { resident: { name, age, gender, language: 'mn', livesAlone: true, phone: '13800002276', address, access: '钥匙盒在水表箱内，密码问值班长', medical: '冠心病，支架 2021；青霉素过敏', doNot: '院里有狗，先打电话', needs: ['oxygen', 'hearing'] } } : {}),
    contacts: resident ? [
      { id: id(), rank: 1, name: '巴雅尔', relation: 'son', phone: '13900001188', hasKey: true },
      { id: id(), rank: 2, name: '张玉梅', relation: 'neighbour', phone: '13700003344', hasKey: true },
      { id: id(), rank: 3, name: '萨仁', relation: '女儿（包头）', phone: '13600005566', hasKey: false },
    ] : [],
    candidates: candidates(), offers: [], notifications: [],
    timeline: [
      { seq: 1, at: ago(openedSeconds), kind: 'raised', actor: 'device:wb-0417-22', body: { type, ageBand: 'live', receivedAt: ago(openedSeconds), deviceTime: ago(openedSeconds + 1) } },
      { seq: 2, at: ago(openedSeconds - 1), kind: 'displayed', actor: '斯琴', body: {} },
    ],
    ...rest,
  }
  incidents.push(file)
  return file
}
export const incidents = []
const first = incident(1, 'LIFE', 'sos.wristband', ['其木格', 82, 'female'], '阿勒腾席热镇 可汗路小区 3-2-101', 14, { presses: 3, lastSignalAt: ago(3), help: 'asking', prompt: '120', nextStep: { what: 'committee', at: ago(-12) } })
for (const [name, recipient, what, state, attempts] of [['巴雅尔', 'contact', 'please-look', 'delivered', 1], ['张玉梅', 'contact', 'please-look', 'failed', 3], ['苏日娜', 'duty', 'duty-call', 'sending', 1]])
  first.notifications.push({ id: id(), what, recipient, name, channel: 'sms', state, createdAt: ago(12), sentAt: ago(11), attempts, adapter: 'local-sink' })
for (const [name, state, minutes] of [['刘建国', 'seen', 3], ['其其格', 'delivered', 5], ['斯日古楞', 'declined', 8]]) {
  first.offers.push({ id: id(), responder: person(name), state, phase: 'three-best', minutes, sentAt: ago(13), reasons: [travel(minutes, minutes * 500)], ...(state === 'declined' ? { declineReason: 'no-vehicle' } : {}) })
  first.timeline.push({ seq: first.timeline.length + 1, at: ago(13), kind: 'offered', actor: 'system', body: { phase: 'three-best', responders: [name] } })
}
first.timeline.push({ seq: 6, at: ago(8), kind: 'repeated', actor: 'device:wb-0417-22', body: { type: 'sos.wristband', ageBand: 'live' } }, { seq: 7, at: ago(6), kind: 'declined', actor: '斯日古楞', body: { reason: 'no-vehicle' } }, { seq: 8, at: ago(3), kind: 'repeated', actor: 'device:wb-0417-22', body: { type: 'sos.wristband', ageBand: 'live' } })
incident(1, 'LIFE', 'fall.motionless', ['王秀兰', 79, 'female'], '乌兰木伦镇 河畔嘎查 12 号', 161, { desk: 'kept', keeper: { id: accounts[1].id, name: '巴特尔' }, unattended: false, help: 'coming', responder: person('刘建国'), expectedAt: ago(-520), nextStep: { what: 'arrival', at: ago(-820) } })
incident(1, 'LIFE', 'smoke', ['巴图', 85, 'male'], '札萨克镇 门克庆嘎查 4 组 17 号（东边第三个院子）', 47, { help: 'asking', escalated: true, nextStep: { what: 'duty-leader', at: ago(2) } })
incident(2, 'SAFETY', 'wander.exit', ['李凤英', 88, 'female'], '阿勒腾席热镇 通格朗街 9-1-302', 365, { ageBand: 'old', deviceTime: ago(4300) })
incident(3, 'INACTIVITY', 'bed.not.left', ['张德福', 76, 'male'], '红庆河镇 哈达图淖尔', 5400, { exercise: true, ageBand: 'recent', deviceTime: ago(5800) })
incident(4, 'SOCIAL', 'service.key', ['乌云', 81, 'female'], '苏布尔嘎镇 小区 5-1-201', 2280)
incident(3, 'TECHNICAL', 'supervision.lost', null, undefined, 9000, { device: 'hub-77aa', ageBand: 'undatable' })
incident(2, 'SAFETY', 'water.leak', ['孟和', 73, 'male'], '伊金霍洛镇 平安里 2-1-101', 3000, { desk: 'closed', closedAt: ago(300), cause: 'water', action: 'estate-guard', unattended: false })

const unanswered = incident(2, 'CARE', 'meal.unanswered', ['其木格', 82, 'female'], '阿勒腾席热镇 可汗路小区 3-2-101', 300, { nextStep: { what: 'contact-2', at: ago(-40) } })
const from = fillOrders(unanswered.card.id).card
unanswered.card.order = { id: from.id, number: from.number, service: from.service }

export const notices = [
  { id: id(), kind: 'quarantined', at: ago(80), reason: "the topic's kind is no word of the vocabulary", device: 'wb-9981', topic: 'anxin/v1/wb-9981/up', raw: '{"seq":12,"code":"SOS2","at":"2026-11-21T11:10:02Z","battery":41}', encoding: 'text', lifeLooking: true, escalated: true, times: 3 },
  { id: id(), kind: 'refused-credential', at: ago(1800), reason: 'unknown device or wrong secret', device: '192.168.1.40 hub-0003', times: 41 },
  { id: id(), kind: 'quarantined', at: ago(4000), reason: 'not UTF-8 text', topic: 'anxin/v1/x/up', raw: '00ff17a2c4d901fe', encoding: 'hex', times: 1 },
]

const phones = new Map()
export function phoneOf(who) {
  if (!phones.has(who.id)) phones.set(who.id, { responder: { id: who.id, name: who.name }, duty: 'off', deskPhone: '12349', offers: [], ended: [], visitOffers: [], visits: [] })
  return phones.get(who.id)
}
export const world = {
  silent: false, database: false, lose: false, down: false,
  offer(login) {
    phoneOf(accounts.find((one) => one.login === login)).offers.push({ id: id(), priority: 1, type: 'sos.wristband', area: '阿勒腾席热镇 可汗路一带', minutes: 3, meters: 1200, sentAt: ago(2), validUntil: ago(-43), presses: 3, needs: ['oxygen', 'hearing'] })
  },
  visit(login, service, why) {
    phoneOf(accounts.find((one) => one.login === login)).visitOffers.push(visitOffer(service, why))
  },
  agenda(login, service) {
    phoneOf(accounts.find((one) => one.login === login)).visits.push(visitOf(visitOffer(service)))
  },
  taskOf: (offer) => ({
    id: offer.id, incident: first.card.id, number: first.card.number, priority: 1, type: offer.type, step: 'accepted', name: '其木格', age: 82, gender: 'female', language: 'mn', phone: '13800002276',
    address: '阿勒腾席热镇 可汗路小区 3-2-101', access: '钥匙盒在水表箱内，密码 4417', medical: '冠心病，支架 2021；青霉素过敏', doNot: '院里有狗，先打电话', needs: ['oxygen', 'hearing'],
    latitude: 39.5642, longitude: 109.7816, presses: offer.presses, acceptedAt: new Date().toISOString(), deskPhone: '12349',
  }),
}
