import { onScopeDispose, ref, watch, type Ref } from 'vue'
import { patternFor, SOFTLY } from '../shared/bell'
import type { PhoneOffer } from '../shared/contract'
import { Sound } from '../shared/sound'

const SHAKE = [400, 150, 400, 150, 800]

/** Rings and shakes for the offer on the screen until it is answered or gone. */
export function useRinging(offer: Ref<PhoneOffer | null>) {
  const sound = new Sound()
  const everArmed = ref(false)
  let rangAt = 0

  function ring(): void {
    rangAt = performance.now()
    const pattern = patternFor(Math.min(3, offer.value?.priority ?? 1))!
    if (sound.armed.value) sound.play(pattern.burst)
    // Ignored where the phone cannot, or before the first touch.
    navigator.vibrate?.(SHAKE)
  }

  function again(): void {
    const every = offer.value && patternFor(Math.min(3, offer.value.priority))!.everyMs
    if (every && performance.now() - rangAt >= every) ring()
  }

  /** For a visit somebody is asked to do: heard once, and never over an alarm. */
  function soften(): void {
    if (sound.armed.value && !offer.value) sound.play(SOFTLY)
  }

  async function arm(test: 'test' | 'silently'): Promise<void> {
    everArmed.value = (await sound.arm()) || everArmed.value
    if (test === 'test') sound.play(patternFor(2)!.burst)
  }

  watch(() => offer.value?.id, (id) => (id ? ring() : navigator.vibrate?.(0)))
  watch(() => offer.value?.presses, (presses, before) => presses && before && presses > before && ring())
  const timer = setInterval(again, 500)
  onScopeDispose(() => clearInterval(timer))
  return { armed: sound.armed, arm, ring, soften, again }
}
