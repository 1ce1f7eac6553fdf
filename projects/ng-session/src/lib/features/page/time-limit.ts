import { DestroyRef, inject } from '@angular/core';
import type { SessionError } from '../../config/session-error';
import { injectTimer } from './timer';

/** Waits for an answer; rejects where none comes in time, or the application ends. */
export type TimeLimit = <T>(answer: Promise<T>) => Promise<T>;

/** Makes a limit for one answer at a time, so that what hangs does not stop all in silence. */
export function injectTimeLimit(milliseconds: number, tooLate: () => SessionError): TimeLimit {
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
        reject(tooLate());
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
