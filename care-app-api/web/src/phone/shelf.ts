import type { OutboxEntry, Shelf } from './outbox'

/** One storage item per act, so that two open pages of the same person never overwrite each other's. */
export function phoneShelf(account: string): Shelf {
  const prefix = `anxin.outbox.${account}.`
  const memory = new Map<string, OutboxEntry>()

  return {
    load() {
      for (const name of namesFrom(prefix)) {
        const entry = parse(localStorage.getItem(name))
        if (entry) memory.set(entry.key, entry)
      }
      return [...memory.values()]
    },
    put(entry) {
      memory.set(entry.key, entry)
      try {
        localStorage.setItem(prefix + entry.key, JSON.stringify(entry))
      } catch {
        // Storage is full or forbidden: the act still lives as long as the page.
      }
    },
    drop(entry) {
      memory.delete(entry.key)
      try {
        localStorage.removeItem(prefix + entry.key)
      } catch {
        // Nothing was stored then.
      }
    },
  }
}

function namesFrom(prefix: string): string[] {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(prefix))
  } catch {
    return []
  }
}

function parse(text: string | null): OutboxEntry | null {
  try {
    return text === null ? null : (JSON.parse(text) as OutboxEntry)
  } catch {
    return null
  }
}
