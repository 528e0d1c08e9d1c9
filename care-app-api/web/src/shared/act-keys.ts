/** How long "the same button again" still means the same act. */
const SAME_ACT_MS = 120_000

const unsettled = new Map<string, { key: string; since: number }>()

/** randomUUID exists only in secure contexts; a phone on the office network may have plain http. */
export function freshKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID()
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** A new key, or the key of the same act when its first answer never came. */
export function keyFor(path: string, body: unknown): string {
  const name = nameOf(path, body)
  const known = unsettled.get(name)
  if (known && Date.now() - known.since < SAME_ACT_MS) return known.key
  const key = freshKey()
  unsettled.set(name, { key, since: Date.now() })
  return key
}

/** An answer came, whatever it was: the next press is a new act. */
export function settled(path: string, body: unknown): void {
  unsettled.delete(nameOf(path, body))
}

function nameOf(path: string, body: unknown): string {
  return `${path} ${JSON.stringify(body) ?? ''}`
}
