// A stand-in for the server, for looking at the pages. Invented people, memory only, loopback only. See ../README.md.
import { createServer } from 'node:http'
import { readFile } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import { extname, join, normalize } from 'node:path'
import { fail } from './mock-no.mjs'
import { dayOf, orderActs, orders, placeOrder, residents, servicesOf } from './mock-orders.mjs'
import { visitOf, visitStep } from './mock-visits.mjs'
import { accounts, incidents, notices, phoneOf, world } from './mock-world.mjs'

const PORT = Number(process.env.PORT ?? 8091)
const DIST = join(import.meta.dirname, '..', 'dist')
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.png': 'image/png', '.webmanifest': 'application/manifest+json' }
const sessions = new Map()
const answers = new Map()
const streams = new Set()
let seq = 0

const say = (event, data) => streams.forEach((response) => response.write(`${event === 'change' ? `id: ${++seq}\n` : ''}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`))
const changed = (id) => say('change', { kind: 'incident', id })
setInterval(() => world.silent || say('heartbeat', {}), 1000)

const openOne = (id) => incidents.find((one) => one.card.id === id) ?? fail(404, 'not-found')
const event = (file, kind, actor, body = {}) => file.timeline.push({ seq: file.timeline.length + 1, at: new Date().toISOString(), kind, actor, body })

function fileFor(file, who) {
  const yours = file.card.keeper?.id === who.id
  const mask = (phone) => (yours ? phone : phone.replace(/^(\d{3})\d{4}/, '$1****'))
  const { access, ...rest } = file.resident ?? {}
  const resident = file.resident && { ...rest, phone: mask(rest.phone), ...(yours ? { access } : {}) }
  return { ...file, yours, resident, contacts: file.contacts.map((one) => ({ ...one, phone: mask(one.phone) })) }
}

function kept(file, who) {
  if (file.card.keeper?.id !== who.id) fail(409, 'not-the-keeper', { by: file.card.keeper?.name })
}

const deskActs = {
  displayed: (file, who) => void event(file, 'displayed', who.name),
  take(file, who) {
    if (file.card.desk === 'kept' && file.card.keeper.id !== who.id) fail(409, 'already-kept', { by: file.card.keeper.name })
    Object.assign(file.card, { desk: 'kept', keeper: { id: who.id, name: who.name }, unattended: false })
    event(file, 'taken', who.name)
  },
  release(file, who, { reason }) {
    kept(file, who)
    Object.assign(file.card, { desk: 'queued', unattended: true })
    delete file.card.keeper
    event(file, 'released', who.name, { reason })
  },
  dispatch(file, who, { responder }) {
    kept(file, who)
    const index = file.candidates.findIndex((one) => one.responder.id === responder)
    if (index < 0) fail(409, 'already-asked')
    const [one] = file.candidates.splice(index, 1)
    file.offers.push({ id: randomUUID(), responder: one.responder, state: 'sent', phase: 'desk', minutes: one.minutes, sentAt: new Date().toISOString(), reasons: one.reasons })
    event(file, 'offered', who.name, { phase: 'desk', responders: [one.responder.name] })
  },
  notes: (file, who, { text }) => void event(file, 'note', who.name, { text }),
  'contact-attempts': (file, who, { contact, result }) =>
    void event(file, 'contact-attempt', who.name, { contact: file.contacts.find((one) => one.id === contact)?.name, result }),
  'stand-down'(file, who, { reason }) {
    kept(file, who)
    event(file, 'stood-down', who.name, { reason })
  },
  close(file, who, { cause, action, note }) {
    kept(file, who)
    if (file.card.help === 'coming') fail(409, 'responder-still-out')
    Object.assign(file.card, { desk: 'closed', closedAt: new Date().toISOString(), cause, action, unattended: false })
    event(file, 'closed', who.name, { cause, action, note })
  },
}

function phoneAct(who, [kind, id, what], body) {
  const phone = phoneOf(who)
  if (kind === 'duty') phone.duty = body.state
  else if (kind === 'position') return undefined
  else if (what === 'delivery') return undefined
  else if (kind === 'visits') visitStep(phone, id, body)
  else if (kind === 'offers' && phone.visitOffers.some((one) => one.id === id)) {
    const offer = phone.visitOffers.find((one) => one.id === id)
    phone.visitOffers = phone.visitOffers.filter((one) => one !== offer)
    if (what === 'accept') phone.visits.push(visitOf(offer))
  } else if (kind === 'offers') {
    const offer = phone.offers.find((one) => one.id === id) ?? fail(409, 'no-longer-open')
    phone.offers = phone.offers.filter((one) => one !== offer)
    if (what === 'accept' && world.lose) fail(409, 'already-taken', { by: '其其格' })
    if (what === 'accept') phone.task = world.taskOf(offer)
    if (what === 'accept') phone.visits = phone.visits.filter((one) => one.step === 'accepted' || !one.mayBeDiverted)
  } else if (body.step === 'done' || body.step === 'given-back') delete phone.task
  else phone.task.step = body.step
  changed(id)
  return { ...phone, now: new Date().toISOString() }
}

function ordersApi(method, url, [kind, id, what], body, who) {
  if (kind === 'residents' && what === 'services') return servicesOf(id, url.searchParams.get('day') ?? undefined)
  if (kind === 'residents') return { residents: residents.filter((one) => one.name.includes(url.searchParams.get('q')) || one.phone.endsWith(url.searchParams.get('q'))) }
  if (!id && method === 'POST') return placeOrder(who, body)
  const day = url.searchParams.get('day') ?? dayOf(Date.now())
  if (!id) return { now: new Date().toISOString(), day, orders: orders.map((file) => file.card).filter((card) => dayOf(card.startsAt) === day) }
  const file = orders.find((one) => one.card.id === id) ?? fail(404, 'not-found')
  if (what) {
    orderActs[what](file, who, body)
    changed(id)
  }
  return file
}

function api(method, path, url, body, who) {
  if (path === '/session') return { csrf: 'mock', account: who }
  if (path === '/logout') return undefined
  if (path === '/account/password') return void (who.mustChangePassword = false)
  if (path === '/desk/incidents') return { now: new Date().toISOString(), incidents: incidents.map((file) => file.card), notices: notices.length }
  if (path === '/desk/notices') return { notices }
  if (path === '/phone/today') return { ...phoneOf(who), now: new Date().toISOString() }
  const [, area, kind, id, what] = path.split('/')
  if (area === 'phone') return phoneAct(who, [kind, id, what], body)
  if (kind === 'notices') {
    notices.splice(notices.findIndex((one) => one.id === id), 1)
    changed(id)
    return undefined
  }
  if (kind === 'orders' || kind === 'residents') return ordersApi(method, url, [kind, id, what], body, who)
  const file = openOne(id)
  if (method === 'GET') return fileFor(file, who)
  deskActs[what](file, who, body)
  changed(id)
  return what === 'displayed' ? undefined : fileFor(file, who)
}

/** Levers for looking: /dev/press?n=0, /dev/offer?to=qiqige, /dev/visit?to=qiqige&service=meal&why=diverted, /dev/agenda (accepted already), /dev/withdraw, /dev/silent, /dev/database, /dev/lose, /dev/down. */
function lever(url) {
  const name = url.pathname.slice('/dev/'.length)
  if (name === 'press') {
    const { card } = incidents[Number(url.searchParams.get('n') ?? 0)]
    card.presses++
    card.lastSignalAt = new Date().toISOString()
  } else if (name === 'offer') world.offer(url.searchParams.get('to') ?? 'qiqige')
  else if (name === 'visit' || name === 'agenda') world[name](url.searchParams.get('to') ?? 'qiqige', url.searchParams.get('service') ?? 'meal', url.searchParams.get('why'))
  else if (name === 'withdraw') accounts.forEach((who) => Object.assign(phoneOf(who), { offers: [], visitOffers: [] }))
  else world[name] = !world[name]
  changed('lever')
}

async function serve(request, response) {
  const url = new URL(request.url, 'http://127.0.0.1')
  const reply = (status, body, headers = {}) => response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(body === undefined ? undefined : JSON.stringify(body))
  if (url.pathname.startsWith('/dev/')) return reply(200, lever(url) ?? { world: name(world) })
  if (!url.pathname.startsWith('/api/v1')) return page(url, response)
  if (world.down) return request.socket.destroy()
  const path = url.pathname.slice('/api/v1'.length)
  let text = ''
  for await (const part of request) text += part
  const body = text ? JSON.parse(text) : undefined
  if (path === '/health') return reply(world.database ? 503 : 200, { ready: !world.database, database: world.database ? 'down' : 'up' })
  if (path === '/login') {
    const who = accounts.find((one) => one.login === body.login)
    if (!who || body.password !== 'mock') return reply(401, { type: 'urn:anxin:problem:unauthorized', title: 'no', status: 401 })
    const id = randomUUID()
    sessions.set(id, who)
    return reply(200, { csrf: 'mock', account: who }, { 'Set-Cookie': `mock=${id}; HttpOnly; SameSite=Strict; Path=/` })
  }
  const who = sessions.get(/mock=([^;]+)/.exec(request.headers.cookie ?? '')?.[1])
  if (!who) return reply(401, { type: 'urn:anxin:problem:unauthorized', title: 'no', status: 401 })
  if (path === '/stream') {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' })
    response.write('event: hello\ndata: {}\n\n')
    streams.add(response)
    return request.on('close', () => streams.delete(response))
  }
  if (world.database) return reply(503, { type: 'urn:anxin:problem:unavailable', title: 'down', status: 503 })
  const key = request.headers['idempotency-key']
  if (request.method === 'POST' && (!key || request.headers['x-csrf-token'] !== 'mock')) return reply(403, { type: 'urn:anxin:problem:forbidden', title: 'no', status: 403 })
  try {
    if (key && answers.has(key)) return reply(...answers.get(key))
    const result = api(request.method, path, url, body, who)
    const answer = [result === undefined ? 204 : 200, result]
    if (key) answers.set(key, answer)
    return reply(...answer)
  } catch (fault) {
    return reply(fault.status ?? 500, fault.body ?? { type: 'about:blank', title: String(fault), status: 500 })
  }
}

const name = (what) => Object.fromEntries(Object.entries(what).filter(([, value]) => typeof value === 'boolean'))

async function page(url, response) {
  const path = normalize(url.pathname === '/' ? '/index.html' : url.pathname)
  try {
    const content = await readFile(join(DIST, path))
    response.writeHead(200, { 'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream', 'Content-Security-Policy': "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'" }).end(content)
  } catch {
    response.writeHead(404).end()
  }
}

createServer((request, response) => serve(request, response).catch(() => response.destroy())).listen(PORT, '127.0.0.1', () => console.log(`mock on http://127.0.0.1:${PORT}, any account of mock-world.mjs, password mock`))
