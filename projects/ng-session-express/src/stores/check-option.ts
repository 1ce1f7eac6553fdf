import { SessionError } from '../session-error.ts';

/** Checks an option of a store that has to be a text; says what to write instead. */
export function checkText(value: unknown, option: string, example: string): string {
  if (typeof value === 'string' && value.trim() !== '') return value;
  throw new SessionError(
    'invalid-config',
    `${option} must be a text that is not empty, such as ${example}.`,
  );
}
