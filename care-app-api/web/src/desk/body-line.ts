import { hourMinute, clockTime } from '../shared/clock'
import { yuan } from '../shared/money'

type Translate = (key: string) => string
type Word = (family: string, word: string | undefined) => string

/** The facts of a timeline entry this page can say in words, in the order they are told. Anything else stays in the journal. */
const FACTS = [
  'type', 'number', 'service', 'prompt', 'what', 'recipient', 'name', 'channel', 'window', 'startsAt', 'dish', 'level', 'basis', 'requestedBy', 'by', 'ageBand', 'deviceTime',
  'phase', 'responders', 'responder', 'contact', 'rank', 'minutes', 'workers', 'priceFen', 'source', 'fen', 'pays', 'answers', 'limits', 'missing', 'field', 'value', 'result', 'decision', 'stars', 'score',
  'reason', 'why', 'offers', 'cause', 'action', 'words', 'text', 'note',
] as const
type Fact = (typeof FACTS)[number]

/** Facts that are words of the contract. A reason is one where a responder chose it, and somebody's own words elsewhere. */
const FAMILY: Partial<Record<Fact, string>> = {
  type: 'type', ageBand: 'ageBand', phase: 'phase', result: 'contactResult', reason: 'decline', why: 'why', cause: 'cause', action: 'action', service: 'service',
  what: 'notification', recipient: 'recipient', channel: 'channel', window: 'window', requestedBy: 'requestedBy', by: 'cancelledBy', source: 'source', basis: 'basis', field: 'check', missing: 'nextStep',
  value: 'answer', decision: 'decision',
}
const UUID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/i
const MOMENT = /^\d{4}-\d\d-\d\dT/

export function bodyFacts(body: Record<string, unknown>, t: Translate, word: Word): { label: string; value: string }[] {
  return FACTS.flatMap((fact) => {
    const value = valueOf(fact, body[fact], t, word)
    return value === '' ? [] : [{ label: t(`body.${fact}`), value }]
  })
}

interface Paid { source: string; fen: number }

function valueOf(fact: Fact, raw: unknown, t: Translate, word: Word): string {
  if (fact === 'pays' && Array.isArray(raw)) {
    return (raw as Paid[]).map((paid) => `${word('source', paid.source)} ${yuan(paid.fen)}`).join(t('body.comma'))
  }
  if (fact === 'answers' && typeof raw === 'object' && raw !== null) {
    return Object.entries(raw).map(([field, answer]) => `${word('check', field)} ${answerWord(String(answer), word)}`).join(t('body.comma'))
  }
  if (Array.isArray(raw)) return raw.filter((one) => typeof one !== 'object').map(String).join(t('body.comma'))
  if (typeof raw === 'number') return figure(fact, raw, t)
  // A bare id tells an operator nothing, and that an alarm is fresh goes without saying.
  if (typeof raw !== 'string' || UUID.test(raw) || (fact === 'ageBand' && raw === 'live')) return ''
  if (MOMENT.test(raw)) return fact === 'startsAt' ? hourMinute(raw) : clockTime(raw)
  const family = FAMILY[fact]
  return family ? word(family, raw) : raw
}

function answerWord(answer: string, word: Word): string {
  return MOMENT.test(answer) ? hourMinute(answer) : word('answer', answer)
}

function figure(fact: Fact, raw: number, t: Translate): string {
  if (fact === 'minutes') return `${raw} ${t('incident.minutes')}`
  return fact === 'fen' || fact === 'priceFen' ? yuan(raw) : String(raw)
}
