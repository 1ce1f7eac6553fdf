import type { Store as RateLimitStore } from 'express-rate-limit';

import type { JsonObject } from '../json.ts';

/** A session as a store keeps it: JSON, of which `userId` alone means something to a store. */
export type StoredSession = JsonObject;

/** What was read, and what tells whether it has changed since. */
export interface ReadSession {
  /** A copy: whoever changes it changes nothing that is kept. */
  readonly session: StoredSession;
  /** Differs after each write; nobody but the store looks into it. */
  readonly version: string;
}

/**
 * How a write ended: `conflict` where somebody else has written since, `ended` where the session was
 * destroyed, or its time was over.
 */
export type WriteResult = 'written' | 'conflict' | 'ended';

/** How a session is written. */
export interface WriteOptions {
  /** Milliseconds from now on after which the session is over, unless it is touched or written. */
  readonly age: number;
  /** The version that was read; `null` for a session that is new. */
  readonly version: string | null;
}

/** What `destroy` has found. */
export interface Destroyed {
  /** Whether the session was there until then. */
  readonly wasAlive: boolean;
  /** The id under which it goes on, as its first end has said; `null` for none. */
  readonly successor: string | null;
}

/** A session of somebody, in a list. */
export interface ListedSession {
  readonly id: string;
  readonly session: StoredSession;
}

/**
 * Where sessions live. Each method is atomic, also between processes that share the store. A method
 * that can not be done rejects; what it rejects with is told as `store-failed`, or as it is where it is a
 * `SessionError`.
 *
 * A destroyed session stays destroyed: a request that has read it before, and writes it back after, gets
 * `ended` and has written nothing.
 */
export interface SessionStore {
  /** Resolves with the session; `null` where there is none, or none any more. */
  read(id: string): Promise<ReadSession | null>;
  /** Keeps a session, unless it was written by somebody else or destroyed since it was read. */
  write(id: string, session: StoredSession, options: WriteOptions): Promise<WriteResult>;
  /** Has the age of a session begin anew. One that is over, or destroyed, stays so: then `false`. */
  touch(id: string, age: number): Promise<boolean>;
  /**
   * Ends a session, whether or not there is one, and notes under which id it goes on. Says in the same step
   * whether it was there. The first end counts: after it, time and successor stay as they were noted.
   */
  destroy(id: string, successor?: string): Promise<Destroyed>;
  /** When a session was destroyed, in milliseconds since 1970; `null` for one that was not. */
  destroyedAt(id: string): Promise<number | null>;
  /** The sessions with this `userId`, in any order; `1` is `'1'`. Missing where a store can not tell. */
  list?(userId: string | number): Promise<readonly ListedSession[]>;
  /**
   * Notes for a day, beside `list`, that sign-ins of a user which began before `at` are to be refused: a
   * session that is only just beginning is in no list. Of several times, the latest counts.
   */
  revoke?(userId: string | number, at: number): Promise<void>;
  /** The latest time that `revoke` has noted, exactly; `null` for none. */
  revokedAt?(userId: string | number): Promise<number | null>;
  /** Where failed sign-ins are counted, for all processes that share the store. Default: in memory. */
  counter?(name: string): RateLimitStore;
  /** Ends timers and connections. The store is of no use after it. */
  close(): Promise<void>;
}

/**
 * Milliseconds for which a destroyed session is remembered. It has to outlast the slowest request that
 * was already running when the session ended.
 */
export const TOMBSTONE_AGE = 24 * 60 * 60 * 1000;

/** A store that keeps nothing: the browser carries each session in a cookie that only the server can read. */
export interface SealedStore {
  readonly sealed: true;
  /** @throws SessionError `session-too-large` where the cookie would not fit. */
  seal(id: string, session: StoredSession, age: number): Promise<string>;
  /** Resolves with `null` for what was not sealed here, was changed, or is over. */
  unseal(text: string): Promise<ListedSession | null>;
}

/** What a store is told about where it is used. */
export interface StoreContext {
  /** The first one seals and signs, all of them open and verify; none where none was set, in development. */
  readonly secrets: readonly string[];
  /** The name of the cookie that would carry what is sealed. */
  readonly cookieName: string;
}

/** Makes a store, once for each `ngSession()`. */
export type SessionStoreFactory = (context: StoreContext) => SessionStore | SealedStore;
