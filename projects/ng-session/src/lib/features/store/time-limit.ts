import { DestroyRef, inject } from '@angular/core';
import { SessionError } from '../../config/session-error';
import { injectTimer } from './timer';

declare const ngDevMode: boolean | undefined;

/** Waits for an answer; rejects where none comes in time, or the application ends. */
export type TimeLimit = <T>(answer: Promise<T>) => Promise<T>;

/** Makes a limit for one answer at a time, so that a store that hangs does not stop all in silence. */
export function injectTimeLimit(milliseconds: number): TimeLimit {
  const timer = injectTimer();
  let giveUp = (): void => undefined;
  inject(DestroyRef).onDestroy(() => {
    giveUp();
  });
  return (answer) =>
    new Promise((resolve, reject) => {
      // What is under way was interrupted, and waits for nothing any more.
      giveUp();
      const mine = (): void => {
        reject(tooLate(milliseconds));
      };
      giveUp = mine;
      timer.set(milliseconds, mine);
      const settle = <V>(then: (value: V) => void) => {
        return (value: V): void => {
          if (giveUp === mine) timer.clear();
          then(value);
        };
      };
      answer.then(settle(resolve), settle(reject));
    });
}

function tooLate(milliseconds: number): SessionError {
  return new SessionError(
    'store',
    ngDevMode &&
      `the store did not answer within ${String(milliseconds)} ms. The data is kept in memory, and it is ` +
        'tried again. See that each promise of the store settles.',
  );
}
