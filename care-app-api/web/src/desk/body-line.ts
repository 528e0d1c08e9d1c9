import { clockTime } from '../shared/clock'

type Translate = (key: string) => string
type Word = (family: string, word: string | undefined) => string

/** The facts of a timeline entry this page can say in words, in the order they are told. Anything else stays in the journal. */
const FACTS = [
  'responder', 'contact', 'name', 'result', 'step', 'cause', 'action', 'type', 'minutes', 'presses', 'phase', 'reason', 'by', 'text', 'note',
  'deviceTime', 'expectedAt', 'until',
] as const
type Fact = (typeof FACTS)[number]

const FAMILY: Partial<Record<Fact, string>> = {
  result: 'contactResult', step: 'event', cause: 'cause', action: 'action', type: 'type', phase: 'phase', reason: 'decline',
}
const UUID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/i
const MOMENT = /^\d{4}-\d\d-\d\dT/

export function bodyFacts(body: Record<string, unknown>, t: Translate, word: Word): { label: string; value: string }[] {
  return FACTS.flatMap((fact) => {
    const value = valueOf(fact, body[fact], word)
    return value === '' ? [] : [{ label: t(`body.${fact}`), value }]
  })
}

function valueOf(fact: Fact, raw: unknown, word: Word): string {
  if (typeof raw === 'number') return String(raw)
  if (typeof raw === 'object' && raw !== null && 'name' in raw) return String(raw.name)
  // A bare id tells an operator nothing.
  if (typeof raw !== 'string' || UUID.test(raw)) return ''
  if (MOMENT.test(raw)) return clockTime(raw)
  const family = FAMILY[fact]
  return family ? word(family, raw) : raw
}
