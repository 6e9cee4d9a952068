/**
 * Work done in steps, each short: it says how much of it is done, so that whoever runs it can show that, let other work in
 * between, or leave it. What it reads must not change between its steps.
 */
export type Steps<T> = Generator<number, T, undefined>;

/** Does all of it at once. */
export function allSteps<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same steps as a part of other work, of which so much stays done until they end. */
export function* stepsWithin<T>(done: number, steps: Steps<T>): Steps<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield done;
  }
}
