import type { KnownNext } from './visits'

const NAME = 'anxin.visit-steps'

/** Which checks each service asks; nothing about a person. */
export function loadKnownNext(): KnownNext {
  try {
    return JSON.parse(localStorage.getItem(NAME) ?? '{}') as KnownNext
  } catch {
    return {}
  }
}

export function keepKnownNext(known: KnownNext): void {
  try {
    localStorage.setItem(NAME, JSON.stringify(known))
  } catch {
    // Without storage it is known as long as the page lives.
  }
}
