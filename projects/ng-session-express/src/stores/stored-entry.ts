import type { WriteResult } from './session-store.ts';

/** What is kept under an id: a session as JSON text, or `null` where one was destroyed. */
export interface StoredEntry {
  readonly text: string | null;
  readonly version: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
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
