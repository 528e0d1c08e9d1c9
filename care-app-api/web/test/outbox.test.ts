import { expect, test } from 'vitest'
import { Refusal, Unreachable } from '../src/shared/api'
import { Outbox, type OutboxEntry, type Shelf } from '../src/phone/outbox'

class Drawer implements Shelf {
  readonly stored = new Map<string, OutboxEntry>()
  load = () => [...this.stored.values()]
  put = (entry: OutboxEntry) => void this.stored.set(entry.key, structuredClone(entry))
  drop = (entry: OutboxEntry) => void this.stored.delete(entry.key)
}

/** A line that can be cut. */
class Line {
  up = true
  readonly sent: string[] = []
  readonly keys: string[] = []
  refuse: string | null = null
  send = async (entry: OutboxEntry) => {
    this.keys.push(entry.key)
    if (!this.up) throw new Unreachable(null)
    if (this.refuse === entry.kind) throw new Refusal({ type: 'urn:anxin:problem:step-out-of-order', title: 'no', status: 409 })
    this.sent.push(entry.kind)
  }
}

test('acts made without a network are sent in the order they were made', async () => {
  const line = new Line()
  const outbox = new Outbox(new Drawer(), line.send)
  line.up = false
  await outbox.add('on-the-way', 'qimuge', '/steps', {})
  await outbox.add('arrived', 'qimuge', '/steps', {})
  await outbox.add('done', 'qimuge', '/steps', {})
  expect(outbox.waiting).toHaveLength(3)

  line.up = true
  await outbox.flush()

  expect(line.sent).toEqual(['on-the-way', 'arrived', 'done'])
  expect(outbox.waiting).toHaveLength(0)
})

test('a later act never overtakes one that nobody answered', async () => {
  const line = new Line()
  const outbox = new Outbox(new Drawer(), line.send)
  line.up = false

  await outbox.add('on-the-way', 'qimuge', '/steps', {})
  await outbox.add('arrived', 'qimuge', '/steps', {})

  expect(new Set(line.keys).size).toBe(1)
})

test('an act keeps its key over every try and over a reload of the page', async () => {
  const drawer = new Drawer()
  const line = new Line()
  line.up = false
  await new Outbox(drawer, line.send).add('accept', 'qimuge', '/accept')

  line.up = true
  await new Outbox(drawer, line.send).flush()

  expect(line.sent).toEqual(['accept'])
  expect(new Set(line.keys).size).toBe(1)
})

test('a refusal is kept with its reason and does not hold back the rest', async () => {
  const line = new Line()
  const outbox = new Outbox(new Drawer(), line.send)
  line.refuse = 'arrived'

  const refused = await outbox.add('arrived', 'qimuge', '/steps', {})
  await outbox.add('given-back', 'qimuge', '/steps', {})

  expect(refused.state).toBe('refused')
  expect(refused.problem?.type).toContain('step-out-of-order')
  expect(line.sent).toEqual(['given-back'])
})

test('being signed out is not an answer to the act', async () => {
  const outbox = new Outbox(new Drawer(), async () => {
    throw new Refusal({ type: 'urn:anxin:problem:unauthorized', title: 'no', status: 401 })
  })

  expect((await outbox.add('done', 'qimuge', '/steps', {})).state).toBe('saved')
})

test('words about a resident leave the phone once they are answered', async () => {
  const drawer = new Drawer()

  await new Outbox(drawer, new Line().send).add('done', 'qimuge', '/steps', { note: '老人平安' })

  expect(JSON.stringify(drawer.load())).not.toContain('老人平安')

  const line = new Line()
  line.refuse = 'visit-begun'
  await new Outbox(drawer, line.send).add('visit-begun', 'qimuge', '/steps', { checks: { result: '血压偏高' } })

  expect(JSON.stringify(drawer.load())).not.toContain('血压偏高')
})

test('two flushes at once send an act once', async () => {
  const drawer = new Drawer()
  const line = new Line()
  line.up = false
  const outbox = new Outbox(drawer, line.send)
  await outbox.add('accept', 'qimuge', '/accept')
  line.up = true

  await Promise.all([outbox.flush(), outbox.flush(), outbox.flush()])

  expect(line.sent).toEqual(['accept'])
})
