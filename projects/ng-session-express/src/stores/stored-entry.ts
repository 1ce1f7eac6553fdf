import { TOMBSTONE_AGE, type Destroyed, type WriteResult } from './session-store.ts';

/** What is kept under an id: a session as JSON text, or `null` where one was destroyed. */
export interface StoredEntry {
  readonly text: string | null;
  readonly version: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  /** Under which id a session goes on that was destroyed; missing for none. */
  readonly successor?: string | undefined;
}

/** Returns an entry that still counts; `null` for none, and for one whose time is over. */
export function current(entry: StoredEntry | null | undefined, now: number): StoredEntry | null {
  return entry && entry.expiresAt > now ? entry : null;
}

/** Decides how a write ends, by what is kept now and by the version that the writer has read. */
export function decideWrite(entry: StoredEntry | null, version: string | null): WriteResult {
  // Who has read a session that is gone comes late; only who has read none may begin one.
  if (entry === null) return version === null ? 'written' : 'ended';
  if (entry.text === null) return 'ended';
  return entry.version === version ? 'written' : 'conflict';
}

/** Tells what a destroy finds, by what is kept now, and by the successor that it names. */
export function decideDestroy(entry: StoredEntry | null, successor: string | undefined): Destroyed {
  return isTombstone(entry)
    ? { wasAlive: false, successor: entry.successor ?? null }
    : { wasAlive: entry !== null, successor: successor ?? null };
}

/** Whether an entry says that a session was destroyed. */
export function isTombstone(
  entry: StoredEntry | null,
): entry is StoredEntry & { readonly text: null } {
  return entry?.text === null;
}

/** When the session of an entry was destroyed; `null` for one that was not. */
export function endOf(entry: StoredEntry | null): number | null {
  return isTombstone(entry) ? entry.expiresAt - TOMBSTONE_AGE : null;
}
