import { SessionError } from 'ng-session-express';

import { ConfigError } from './config/config-error.ts';

/** Says in one line why the API did not start, and how to mend it. */
export function startErrorMessage(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  if (error instanceof SessionError) return error.message + reasonOf(error);
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'EADDRINUSE':
      return 'The port is taken: stop what uses it, or choose another one with PORT.';
    case 'EACCES':
    case 'EPERM':
      return 'The port or the folder of DATABASE_FILE is not open to this user.';
    case 'ENOTFOUND':
    case 'EADDRNOTAVAIL':
      return 'HOST is not an address of this computer.';
    case 'EISDIR':
    case 'ERR_SQLITE_ERROR':
      return 'DATABASE_FILE cannot be opened, or is not a database.';
    default:
      return `The demo API could not start: ${error instanceof Error ? error.message : 'no reason given'}`;
  }
}

/** Why, where SQLite or the system says so: they name tables and files, and never what is in them. */
function reasonOf({ cause }: SessionError): string {
  const isPlain = cause instanceof Error && ('errcode' in cause || 'syscall' in cause);
  return isPlain ? ` (${cause.message})` : '';
}
