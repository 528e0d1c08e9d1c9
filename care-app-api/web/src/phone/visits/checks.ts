import { dayOf, momentOf } from '../../shared/clock'
import type { Check } from '../../shared/contract-visits'

/** What this page can see about an answer. Only `missing` and `not-a-number` hold a step back: the limits are the server's word. */
export type Doubt = 'missing' | 'not-a-number' | 'outside' | 'must-be-yes'

const NUMBER = /^-?\d+([.,]\d+)?$/
const HALF_A_DAY_MS = 12 * 3600_000

export function doubt(check: Check, typed: string): Doubt | null {
  const value = typed.trim()
  if (value === '') return check.required ? 'missing' : null
  if (check.kind === 'yes') return value === 'yes' ? null : 'must-be-yes'
  if (check.kind !== 'number') return null
  if (!NUMBER.test(value)) return 'not-a-number'
  const figure = Number(value.replace(',', '.'))
  return (check.least !== undefined && figure < check.least) || (check.most !== undefined && figure > check.most) ? 'outside' : null
}

export const holdsBack = (what: Doubt | null): boolean => what === 'missing' || what === 'not-a-number'

/** The answers as the contract wants them: all text, a time as a moment, nothing for what was left empty. */
export function answersOf(checks: readonly Check[], typed: Readonly<Record<string, string>>, now: number): Record<string, string> {
  return Object.fromEntries(
    checks.flatMap((check) => {
      const value = (typed[check.field] ?? '').trim()
      if (value === '') return []
      if (check.kind === 'time') return [[check.field, momentNear(value, now)]]
      return [[check.field, check.kind === 'number' ? value.replace(',', '.') : value]]
    }),
  )
}

/** A time without a day means the nearest one that has been: "23:50" said at ten past midnight was yesterday. */
function momentNear(time: string, now: number): string {
  const today = momentOf(dayOf(now), time)
  return Date.parse(today) - now > HALF_A_DAY_MS ? momentOf(dayOf(now - 86_400_000), time) : today
}
