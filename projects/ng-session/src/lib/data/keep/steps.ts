/** Work in steps, each of which may have to be waited for: what it yields is a value or a promise. */
export type Steps<T> = Generator<unknown, T>;

/** Gives what a store answers, at once or later. */
export function* wait<T>(answer: T | Promise<T>): Steps<T> {
  return (yield answer) as T;
}

/** How steps are taken. */
export interface StepsTaker {
  /** Once aborted, no further step is taken. */
  readonly signal: AbortSignal;
  /**
   * Waits for an answer, of whose `then` nothing is known but that it takes callbacks; one that never
   * comes is to become a failure.
   */
  readonly wait: (answer: Promise<unknown>) => Promise<unknown>;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Takes the steps one after another, and waits only where there is something to wait for: all of it
 * happens within the call if every step answers at once, which is the one chance of a page that goes.
 */
export function takeSteps(
  steps: Steps<void>,
  { signal, wait: waitFor, done, failed }: StepsTaker,
): void | Promise<void> {
  const go = (resume: () => IteratorResult<unknown>): void | Promise<void> => {
    if (signal.aborted) return;
    try {
      let step = resume();
      while (!step.done) {
        if (isPromise(step.value)) {
          return waitFor(step.value).then(
            (value) => go(() => steps.next(value)),
            (error: unknown) => go(() => steps.throw(error)),
          );
        }
        step = steps.next(step.value);
      }
    } catch (error) {
      failed(error);
      return;
    }
    done();
  };
  return go(() => steps.next());
}

/** Whether an answer comes later, by a promise of any make. */
export function isPromise(answer: unknown): answer is Promise<unknown> {
  return typeof (answer as Partial<Promise<unknown>> | null | undefined)?.then === 'function';
}
