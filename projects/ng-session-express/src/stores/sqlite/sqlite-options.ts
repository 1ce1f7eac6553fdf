import type { DatabaseSync } from 'node:sqlite';

import { SessionError } from '../../session-error.ts';
import { checkText } from '../check-option.ts';

/** Where the sessions are: a file that the store opens and closes, or a database that the app has open. */
export type SqliteOptions = ({ readonly file: string } | { readonly database: DatabaseSync }) & {
  /** What the names of its tables begin with. Default: `ng_session_`. */
  readonly prefix?: string;
};

const DEFAULT_PREFIX = 'ng_session_';

/** Checks the options of `stores.sqlite()`. @throws SessionError `invalid-config` */
export function checkSqliteOptions(options: SqliteOptions): SqliteOptions & { prefix: string } {
  const { prefix = DEFAULT_PREFIX } = options;
  // It becomes part of the SQL, where a name can not be a parameter.
  if (!/^[a-z_][a-z0-9_]*$/i.test(prefix)) {
    throw new SessionError(
      'invalid-config',
      'stores.sqlite({ prefix }) may hold letters, digits and _ only, and begins with no digit.',
    );
  }
  if ('database' in options) checkDatabase(options.database);
  else checkText(options.file, 'stores.sqlite({ file })', "'./data/sessions.db'");
  return { ...options, prefix };
}

function checkDatabase(database: unknown): void {
  const { prepare, exec } = (database ?? {}) as Partial<DatabaseSync>;
  if (typeof prepare === 'function' && typeof exec === 'function') return;
  throw new SessionError(
    'invalid-config',
    "stores.sqlite({ database }) must be a DatabaseSync of 'node:sqlite'. Pass { file } to have one opened.",
  );
}
