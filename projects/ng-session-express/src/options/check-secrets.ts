import { SessionError } from '../session-error.ts';

const MIN_LENGTH = 32;

/** Checks the secrets; in development there may be none. Messages never quote one: they end up in logs. */
export function checkSecrets(
  secret: string | readonly string[] | undefined,
  isProduction: boolean,
): readonly string[] {
  const secrets = [secret ?? []].flat().filter(Boolean);
  if (secrets.length === 0 && isProduction) {
    throw invalid('secret must be set in production, for instance from SESSION_SECRET.');
  }
  if (secrets.some((one) => typeof one !== 'string' || one.length < MIN_LENGTH)) {
    throw invalid(`secret needs ${MIN_LENGTH} characters or more, that nobody can guess.`);
  }
  return secrets;
}

function invalid(message: string): SessionError {
  return new SessionError('invalid-config', message);
}
