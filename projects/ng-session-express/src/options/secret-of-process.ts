import { randomBytes } from 'node:crypto';

const OF_PROCESS =
  'ng-session-express: secret is not set, so ngSession() has made one for itself. Sessions end when the ' +
  'process restarts, and no other one knows them. Set secret, for instance from SESSION_SECRET.';

/**
 * Makes a secret that nobody else knows, for development, and says what that means. A constant would be
 * known to everybody, and a server where `NODE_ENV` was forgotten would trust it.
 */
export function secretOfProcess(log: (line: string) => void): string {
  log(OF_PROCESS);
  return randomBytes(32).toString('base64url');
}
