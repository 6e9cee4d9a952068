/** Civil date and local time in Europe/Amsterdam. The one place where the machine's clock is read for the books. */
export interface Clock {
  today(): string;
  now(): string;
}

const amsterdam = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Amsterdam',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/**
 * Clock of the host. `fixedToday` (`VOLDAAN_TODAY`, tests only) replaces the date; the time of day goes on running.
 * `instant` is replaced in tests of the clock itself.
 */
export function hostClock(fixedToday: string | undefined, instant: () => Date = () => new Date()): Clock {
  if (fixedToday !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(fixedToday)) {
    throw new Error(`VOLDAAN_TODAY is not a date: ${fixedToday}`);
  }
  const local = () => amsterdam.format(instant());
  return {
    today: () => fixedToday ?? local().slice(0, 10),
    now: () => `${fixedToday ?? local().slice(0, 10)}T${local().slice(11)}`,
  };
}

/** Calls `onChange` with the new date within half a minute of midnight, or of the clock being set. Returns how to stop. */
export function watchDay(clock: Clock, onChange: (today: string) => void, everyMs = 20_000): () => void {
  let known = clock.today();
  // Polled, not timed to midnight: a timer set before the machine slept fires hours late.
  const timer = setInterval(() => {
    const today = clock.today();
    if (today === known) return;
    known = today;
    onChange(today);
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
