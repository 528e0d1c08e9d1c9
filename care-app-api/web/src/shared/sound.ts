import { ref } from 'vue'
import type { Burst } from './bell'

/** Browsers keep a page silent until somebody clicks, and again after each reload. */
export class Sound {
  readonly armed = ref(false)
  private context: AudioContext | null = null

  /** Call it inside a click. True when the browser really lets us sound. */
  async arm(): Promise<boolean> {
    this.context ??= this.open()
    try {
      await Promise.race([this.context.resume(), new Promise((resolve) => setTimeout(resolve, 1500))])
    } catch {
      // A refused resume leaves the state as it is; the state decides.
    }
    this.follow()
    return this.armed.value
  }

  play(burst: Burst): void {
    if (!this.context || this.context.state !== 'running') return
    let at = this.context.currentTime + 0.02
    for (let group = 0; group < burst.groups; group++) {
      for (let pulse = 0; pulse < burst.pulses; pulse++) {
        this.pulse(at, burst)
        at += (burst.pulseMs + burst.gapMs) / 1000
      }
      at += burst.groupGapMs / 1000
    }
  }

  private open(): AudioContext {
    const context = new AudioContext()
    context.addEventListener('statechange', () => this.follow())
    return context
  }

  private follow(): void {
    this.armed.value = this.context?.state === 'running'
  }

  private pulse(at: number, burst: Burst): void {
    const context = this.context!
    const tone = context.createOscillator()
    const loudness = context.createGain()
    const end = at + burst.pulseMs / 1000
    const most = burst.softly ? 0.12 : 0.35
    tone.type = burst.softly ? 'sine' : 'square'
    tone.frequency.value = burst.hertz
    loudness.gain.setValueAtTime(0, at)
    loudness.gain.linearRampToValueAtTime(most, at + 0.01)
    loudness.gain.setValueAtTime(most, end - 0.02)
    loudness.gain.linearRampToValueAtTime(0, end)
    tone.connect(loudness).connect(context.destination)
    tone.start(at)
    tone.stop(end)
  }
}
