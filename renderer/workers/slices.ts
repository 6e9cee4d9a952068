import type { Steps } from '#shared/domain/steps.ts';

/** After so long whoever asks something is let in. */
const sliceMs = 40;
let lastLetIn = 0;

/** Ends the task now and then, so that calls that wait are answered: a promise alone lets none in. */
export async function letIn(): Promise<void> {
  if (performance.now() - lastLetIn < sliceMs) return;
  await new Promise((done) => setTimeout(done));
  lastLetIn = performance.now();
}

/**
 * Does work in slices, with calls answered in between; `between` hears after each how much is done, and stops the work by
 * throwing.
 */
export async function inSlices<T>(steps: Steps<T>, between: (done: number) => void = () => undefined): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - lastLetIn < sliceMs) continue;
    await letIn();
    between(step.value);
  }
}
