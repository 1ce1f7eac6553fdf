import type { Phase } from './bench-api';

/** What was shown when it was last looked at. */
let before: readonly Element[] = [];

/** Throws unless the gates show what they should, and kept it where nothing has changed for them. */
export function checkPhase(phase: Phase, count: number): void {
  const shown = [...document.querySelectorAll('b')];
  const expected = phase === 'lost' || phase === 'destroy' ? 0 : count;
  if (shown.length !== expected) {
    throw new Error(`${shown.length} gates show their content after ${phase}, not ${expected}.`);
  }
  const hasToStay = phase === 'again' || phase === 'renamed';
  if (hasToStay && shown.some((node, index) => node !== before[index])) {
    throw new Error('The same roles have made the content anew.');
  }
  before = shown;
}
