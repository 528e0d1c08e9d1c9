/**
 * Turns a burst of changes into few reads: the first is read at once, at most one read is under way and one waits. Reads
 * never start closer together than `gapMs`, so a storm of changes cannot become a storm of reads from every desk.
 */
export class Reread {
  private running = false
  private waiting = false
  private lastStart = Number.NEGATIVE_INFINITY

  constructor(
    private readonly read: () => Promise<void>,
    private readonly gapMs = 200,
    private readonly now: () => number = () => Date.now(),
  ) {}

  request(): void {
    if (this.running) {
      this.waiting = true
      return
    }
    void this.run()
  }

  private async run(): Promise<void> {
    this.running = true
    do {
      this.waiting = false
      const early = this.lastStart + this.gapMs - this.now()
      if (early > 0) await new Promise((resolve) => setTimeout(resolve, early))
      this.lastStart = this.now()
      // A read that fails has told its own page; the ten-second poll tries again.
      await this.read().catch(() => {})
    } while (this.waiting)
    this.running = false
  }
}
