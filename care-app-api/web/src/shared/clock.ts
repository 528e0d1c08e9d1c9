import { onScopeDispose, ref, type Ref } from 'vue'

/** The organisation's time zone; never the one of the computer the page happens to run on. */
const ZONE = 'Asia/Shanghai'

/** The server's time, carried on by the monotonic clock: a wrong or jumping computer clock must not bend a ring clock. */
export class ServerClock {
  private serverAt: number | null = null
  private heardAt = 0

  constructor(
    private readonly monotonic: () => number = () => performance.now(),
    private readonly wall: () => number = () => Date.now(),
  ) {}

  /** @param askedAt the monotonic time at which the request left; half of the way back and forth is taken off */
  sync(serverNow: string, askedAt: number): void {
    const stated = Date.parse(serverNow)
    if (Number.isNaN(stated)) return
    this.heardAt = this.monotonic()
    this.serverAt = stated + (this.heardAt - askedAt) / 2
  }

  now(): number {
    return this.serverAt === null ? this.wall() : this.serverAt + this.monotonic() - this.heardAt
  }
}

/** A reactive "now" of the server, twice a second. */
export function tickingNow(clock: ServerClock, onTick: () => void = () => {}): Ref<number> {
  const now = ref(clock.now())
  const timer = setInterval(() => {
    now.value = clock.now()
    onTick()
  }, 500)
  onScopeDispose(() => clearInterval(timer))
  return now
}

/** "00:12", "41:07", "26:03:11": how long somebody has been waiting. Never negative. */
export function ringClock(sinceMs: number): string {
  const seconds = Math.max(0, Math.floor(sinceMs / 1000))
  const two = (value: number) => String(value).padStart(2, '0')
  const minutesAndSeconds = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  return seconds < 3600 ? minutesAndSeconds : `${Math.floor(seconds / 3600)}:${minutesAndSeconds}`
}

/** Time left, rounded up, so that "00:00" means now and not "almost a second ago". */
export function countdown(untilMs: number): string {
  return ringClock(Math.ceil(Math.max(0, untilMs) / 1000) * 1000)
}

const timeOfDay = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE, hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23',
})
const day = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit' })

export function clockTime(moment: string | number): string {
  return timeOfDay.format(new Date(moment))
}

export function dayAndTime(moment: string | number): string {
  return `${day.format(new Date(moment))} ${clockTime(moment)}`
}

/** The time alone today, the day too when it was another day: an alarm that comes late must not look fresh. */
export function timeSeenFrom(moment: string, now: number): string {
  return day.format(new Date(moment)) === day.format(new Date(now)) ? clockTime(moment) : dayAndTime(moment)
}

const hourAndMinute = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

/** "11:30": for what was agreed for a time of day, where seconds would only be noise. */
export function hourMinute(moment: string | number): string {
  return hourAndMinute.format(new Date(moment))
}

/** "11-21 11:30". */
export function dayAndMinute(moment: string | number): string {
  return `${dayOf(moment).slice(5)} ${hourMinute(moment)}`
}

/** The day of the organisation, "2026-11-21". */
export function dayOf(moment: string | number): string {
  return day.format(new Date(moment))
}

export function shiftDay(from: string, days: number): string {
  return new Date(Date.parse(`${from}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** The moment at which the organisation's clocks show this time on this day. */
export function momentOf(onDay: string, time: string): string {
  const asked = Date.parse(`${onDay}T${time}:00Z`)
  const shown = Date.parse(`${dayOf(asked)}T${hourMinute(asked)}:00Z`)
  return new Date(asked - (shown - asked)).toISOString()
}
