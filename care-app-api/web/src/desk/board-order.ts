import type { IncidentCard } from '../shared/contract'

/** Worst first, the longest waiting first inside a class; the same order on every desk, whatever the network did to it. */
export function openOnes(cards: readonly IncidentCard[]): IncidentCard[] {
  return cards
    .filter((card) => card.desk !== 'closed')
    .sort((a, b) => a.priority - b.priority || Date.parse(a.openedAt) - Date.parse(b.openedAt) || a.id.localeCompare(b.id))
}

export function closedOnes(cards: readonly IncidentCard[]): IncidentCard[] {
  return cards
    .filter((card) => card.desk === 'closed')
    .sort((a, b) => Date.parse(b.closedAt ?? b.openedAt) - Date.parse(a.closedAt ?? a.openedAt))
}

/** A new alarm never takes the incident away that somebody is reading; only a vanished one is replaced. */
export function selectionFor(cards: readonly IncidentCard[], selected: string | null): string | null {
  if (selected !== null && cards.some((card) => card.id === selected)) return selected
  return openOnes(cards)[0]?.id ?? null
}

export function neighbour(open: readonly IncidentCard[], selected: string | null, step: 1 | -1): string | null {
  if (open.length === 0) return null
  const here = open.findIndex((card) => card.id === selected)
  if (here < 0) return open[0]!.id
  return open[Math.min(open.length - 1, Math.max(0, here + step))]!.id
}
