/** What a key means on the desk. */
export type DeskKey =
  | { does: 'move'; step: 1 | -1 }
  | { does: 'open' | 'take' | 'note' | 'call' | 'close' | 'help' | 'view' | 'link' | 'new-order' | 'rate' | 'cancel' | 'review' }
  | { does: 'day'; step: 1 | -1 }
  | { does: 'dispatch'; index: number }

export interface Pressed { key: string; ctrlKey: boolean; altKey: boolean; metaKey: boolean; repeat: boolean }

/** Held keys do not repeat an act; together with Ctrl, Alt or Meta a key belongs to the browser. */
export function meaningOf(pressed: Pressed): DeskKey | null {
  if (pressed.ctrlKey || pressed.altKey || pressed.metaKey) return null
  const key = pressed.key.length === 1 ? pressed.key.toLowerCase() : pressed.key
  if (key === 'j' || key === 'ArrowDown') return { does: 'move', step: 1 }
  if (key === 'k' || key === 'ArrowUp') return { does: 'move', step: -1 }
  if (pressed.repeat) return null
  if (/^[1-4]$/.test(key)) return { does: 'dispatch', index: Number(key) - 1 }
  switch (key) {
    case 'Enter':
      return { does: 'open' }
    case 'a':
      return { does: 'take' }
    case 'n':
      return { does: 'note' }
    case 'c':
      return { does: 'call' }
    case 'f':
      return { does: 'close' }
    case 'o':
      return { does: 'view' }
    case 'g':
      return { does: 'link' }
    case '+':
    case '=':
      return { does: 'new-order' }
    case 'r':
      return { does: 'rate' }
    case 'x':
      return { does: 'cancel' }
    case 'v':
      return { does: 'review' }
    case 'ArrowLeft':
      return { does: 'day', step: -1 }
    case 'ArrowRight':
      return { does: 'day', step: 1 }
    case '?':
      return { does: 'help' }
    default:
      return null
  }
}

export function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable="true"]') !== null
}
