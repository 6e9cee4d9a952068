let passed = 0;

/** Steps a run went through, in order, when the crash tests ask for them; null otherwise. */
const trace: string[] | null = process.env.VOLDAAN_TEST === '1' && process.env.VOLDAAN_TRACE_STEPS === '1' ? [] : null;

/**
 * Marks a point between two durable operations. In the test environment only (`VOLDAAN_TEST=1`), `VOLDAAN_KILL_AT=n`
 * kills the process without warning at the n-th point: that is how the crash matrix reaches every one of them.
 */
export function durableStep(name: string): void {
  if (process.env.VOLDAAN_TEST !== '1') return;
  passed++;
  trace?.push(name);
  if (process.env.VOLDAAN_KILL_AT === String(passed)) process.kill(process.pid, 'SIGKILL');
}

/** Names of the points passed so far; empty unless `VOLDAAN_TEST=1` and `VOLDAAN_TRACE_STEPS=1`. */
export function passedSteps(): readonly string[] {
  return trace ?? [];
}
