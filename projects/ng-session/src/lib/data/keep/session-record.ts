import { isPlainObject } from '../../config/is-plain-object';
import { SessionError } from '../../config/session-error';
import type { StoredData } from '../../stores/session-store';
import { fromStored, toStored } from './stored-values';

declare const ngDevMode: boolean | undefined;

/** What of a session goes into a store, besides its values. */
export interface SessionRecord {
  readonly values: object;
  /** Tells whose values they are, without saying who; none before anybody has signed in. */
  readonly owner: string | undefined;
  /** The record of somebody who is not here, which waits for them: nothing of it is shown. */
  readonly withheld?: StoredData | undefined;
}

/** The shape of the values that an app keeps, and how it brings on those of an older shape. */
export interface SchemaVersion {
  readonly version: number;
  readonly migrate: ((values: StoredData, from: number) => StoredData) | undefined;
}

/** What is stored is of no use to anybody, so that it may be replaced. */
export class UselessRecord extends SessionError {}

const OWNER = '$owner';
const VERSION = '$version';
const WITHHELD = '$withheld';
const OURS: ReadonlySet<string> = new Set([OWNER, VERSION, WITHHELD]);

/** Makes JSON of a record. Keys of the app that begin with a dollar get one more. */
export function writeRecord(
  { values, owner, withheld }: SessionRecord,
  { version }: SchemaVersion,
): StoredData {
  return {
    ...mapKeys(toStored(values), (key) => key.replace(/^\$/, '$$$$')),
    ...(owner !== undefined && { [OWNER]: owner }),
    ...(version && { [VERSION]: version }),
    ...(withheld && { [WITHHELD]: withheld }),
  };
}

/**
 * Makes a record of JSON.
 * @throws UselessRecord for what is no data of a session, and for values of an earlier version that
 * nothing brings on.
 * @throws SessionError `store` for values of a later version, and where `migrate` fails: another
 * version of the app can still read them.
 */
export function readRecord(stored: unknown, schema: SchemaVersion): SessionRecord {
  if (!isPlainObject(stored)) throw corrupt(stored);
  const { [OWNER]: owner, [VERSION]: version = 0, [WITHHELD]: withheld } = stored;
  if (typeof version !== 'number') throw corrupt(stored);
  const values = mapKeys(stored, (key) => (OURS.has(key) ? null : key.replace(/^\$\$/, '$$')));
  return {
    values: version === schema.version ? read(values) : bringOn(values, version, schema),
    owner: typeof owner === 'string' ? owner : undefined,
    ...(isPlainObject(withheld) && { withheld }),
  };
}

/** What is stored, or a part of it, is none of what is ever written. */
export function corrupt(cause: unknown): UselessRecord {
  return new UselessRecord(
    'store',
    ngDevMode &&
      'what is stored is no session data; the session begins anew. Something else writes to the ' +
        'same place, or a write was cut off. Look at `cause`.',
    cause,
  );
}

function read(values: StoredData): object {
  try {
    return fromStored(withoutUser(values));
  } catch (error) {
    throw corrupt(error);
  }
}

function bringOn(values: StoredData, from: number, { version, migrate }: SchemaVersion): object {
  if (from > version) {
    throw new SessionError(
      'store',
      ngDevMode &&
        `what is stored is of version ${String(from)}, and this page of version ${String(version)}: ` +
          'a later release has been here. Reload the page; until then its data is kept in memory.',
    );
  }
  if (!migrate) {
    throw new UselessRecord(
      'store',
      ngDevMode &&
        `what is stored is of version ${String(from)}; the session begins anew with version ` +
          `${String(version)}. Give withStore() a migrate function to take it over.`,
    );
  }
  try {
    return fromStored(withoutUser(migrate(values, from)));
  } catch (error) {
    throw new SessionError(
      'store',
      ngDevMode &&
        `migrate failed for data of version ${String(from)}, which stays as it is; mend migrate. ` +
          'Until then data is kept in memory. Look at `cause`.',
      error,
    );
  }
}

/** Paths below `user` lead to the live user: what is stored there could be neither read nor forgotten. */
function withoutUser({ user: _, ...values }: StoredData): StoredData {
  return values;
}

/** A copy with other keys, without those that become `null`. Makes no key a prototype, as `...` may. */
function mapKeys(object: StoredData, change: (key: string) => string | null): StoredData {
  return Object.fromEntries(
    Object.entries(object)
      .map(([key, value]) => [change(key), value] as const)
      .filter((entry): entry is readonly [string, unknown] => entry[0] !== null),
  );
}
