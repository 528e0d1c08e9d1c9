import { shallowRef } from 'vue'
import { Refusal } from '../shared/api'
import { freshKey } from '../shared/act-keys'
import type { Problem } from '../shared/contract'
import type { VisitStep } from '../shared/contract-visits'

export type OutboxKind = 'accept' | 'decline' | 'duty-on' | 'duty-off' | 'on-the-way' | 'arrived' | 'done' | 'given-back' | 'visit-accept' | 'visit-decline' | `visit-${VisitStep}`
export interface OutboxEntry {
  /** Also the Idempotency-Key: however often it is sent, it happens once. */
  key: string
  /** Orders the acts of this phone, also across reloads. */
  order: number
  kind: OutboxKind
  /** The offer, task or visit it is about. */
  about: string
  path: string
  body: unknown
  madeAt: string
  tries: number
  state: 'saved' | 'sent' | 'refused'
  problem?: Problem
}
export interface Shelf {
  load(): OutboxEntry[]
  put(entry: OutboxEntry): void
  drop(entry: OutboxEntry): void
}

/** A server that fails on one act again and again must not hold back all later ones. */
const MOST_FAULTS = 10
const KEPT_MS = 24 * 3600_000

/** What this person did, kept on the phone until the server has said yes or no to it: appended, sent in order, never merged. */
export class Outbox {
  readonly entries = shallowRef<OutboxEntry[]>([])
  private flushing: Promise<void> | null = null

  constructor(
    private readonly shelf: Shelf,
    private readonly send: (entry: OutboxEntry) => Promise<unknown>,
    private readonly onAnswer: (entry: OutboxEntry, answer: unknown) => void = () => {},
    private readonly now: () => number = () => Date.now(),
  ) {
    for (const entry of shelf.load()) {
      if (entry.state !== 'saved' && this.now() - Date.parse(entry.madeAt) > KEPT_MS) shelf.drop(entry)
    }
    this.reload()
  }

  get waiting(): OutboxEntry[] {
    return this.entries.value.filter((entry) => entry.state === 'saved')
  }

  /** Saves the act, then tries to send it. Resolves with what has become of it so far. */
  async add(kind: OutboxKind, about: string, path: string, body?: unknown): Promise<OutboxEntry> {
    const last = this.entries.value.at(-1)?.order ?? 0
    const entry: OutboxEntry = {
      key: freshKey(), order: Math.max(this.now(), last + 1), kind, about, path, body, madeAt: new Date(this.now()).toISOString(), tries: 0,
      state: 'saved',
    }
    this.put(entry)
    await this.flush()
    return this.entries.value.find((one) => one.key === entry.key) ?? entry
  }

  /** Sends what waits, the oldest first. Ends at the first act nobody answered: a later one must not overtake it. */
  flush(): Promise<void> {
    this.flushing ??= this.sendAll().finally(() => {
      this.flushing = null
    })
    return this.flushing
  }

  private async sendAll(): Promise<void> {
    for (let next = this.waiting[0]; next; next = this.waiting[0]) {
      if (!(await this.sendOne(next))) return
    }
  }

  private async sendOne(entry: OutboxEntry): Promise<boolean> {
    try {
      const answer = await this.send(entry)
      // The words and figures about a resident do not stay on the phone longer than needed, whatever the answer.
      this.settle({ ...entry, state: 'sent', body: undefined }, answer)
      return true
    } catch (fault) {
      const tries = entry.tries + 1
      if (!(fault instanceof Refusal) || (mayYetSucceed(fault) && tries < MOST_FAULTS)) {
        this.put({ ...entry, tries: fault instanceof Refusal && fault.problem.status >= 500 ? tries : entry.tries })
        return false
      }
      this.settle({ ...entry, state: 'refused', problem: fault.problem, body: undefined }, undefined)
      return true
    }
  }

  private settle(entry: OutboxEntry, answer: unknown): void {
    this.put(entry)
    this.onAnswer(entry, answer)
  }

  private put(entry: OutboxEntry): void {
    this.shelf.put(entry)
    const others = this.entries.value.filter((one) => one.key !== entry.key)
    this.entries.value = [...others, entry].sort((a, b) => a.order - b.order)
  }

  private reload(): void {
    this.entries.value = this.shelf.load().sort((a, b) => a.order - b.order)
  }
}

/** Signed out, too fast, or the server's own fault: not an answer to the act. */
function mayYetSucceed(refusal: Refusal): boolean {
  const { status } = refusal.problem
  return status === 401 || status === 429 || status >= 500
}
