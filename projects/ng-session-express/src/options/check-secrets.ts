import { SessionError } from '../session-error.ts';

const DEVELOPMENT_SECRET = 'this-secret-is-public-use-it-in-development-only';
const MIN_LENGTH = 32;

/** Checks the secrets. Messages never quote one: they end up in logs. */
export function checkSecrets(
  secret: string | readonly string[] | undefined,
  isProduction: boolean,
): readonly string[] {
  const secrets = [secret ?? []].flat().filter(Boolean);
  if (secrets.length === 0) {
    if (!isProduction) return [DEVELOPMENT_SECRET];
    throw invalid('secret must be set in production, for instance from SESSION_SECRET.');
  }
  if (isProduction && secrets.includes(DEVELOPMENT_SECRET)) {
    throw invalid(
      'secret is the one for development, which everybody knows; make one of your own.',
    );
  }
  if (secrets.some((one) => typeof one !== 'string' || one.length < MIN_LENGTH)) {
    throw invalid(`secret needs ${MIN_LENGTH} characters or more, that nobody can guess.`);
  }
  return secrets;
}

function invalid(message: string): SessionError {
  return new SessionError('invalid-config', message);
}
