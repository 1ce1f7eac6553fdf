import { randomUUID } from 'node:crypto';

import type { Store as RateLimitStore } from 'express-rate-limit';

import {
  TOMBSTONE_AGE,
  type Destroyed,
  type ListedSession,
  type ReadSession,
  type SessionStore,
  type StoredSession,
  type WriteOptions,
  type WriteResult,
} from '../session-store.ts';
import { userKey, userKeyOf } from '../user-key.ts';
import { RedisConnection } from './redis-connection.ts';
import { redisCounter } from './redis-counter.ts';
import type { RedisOptions, RedisSource } from './redis-options.ts';
import { ADD_TO_LIST, DESTROY, REVOKE, TOUCH, WRITE } from './scripts.ts';

/**
 * Keeps sessions in Redis. Each rule is one script over the key of one session.
 *
 * The list of a user is another key, on a cluster often on another server, and so no part of that step.
 * It may name too many sessions, never too few: a session enters it before it is written, and each that
 * it names is asked.
 */
export class RedisStore implements SessionStore {
  readonly #connection: RedisConnection;
  readonly #prefix: string;

  constructor(source: RedisSource, { prefix, timeout }: Required<RedisOptions>) {
    this.#connection = new RedisConnection(source, timeout);
    this.#prefix = prefix;
  }

  async read(id: string): Promise<ReadSession | null> {
    const key = this.#sessionKey(id);
    const found = await this.#connection.send(key, ['HMGET', key, 'session', 'version']);
    const [session, version] = found as [string | null, string | null];
    return session === null || version === null ? null : { session: parse(session), version };
  }

  async write(
    id: string,
    session: StoredSession,
    { age, version }: WriteOptions,
  ): Promise<WriteResult> {
    const user = userKeyOf(session) ?? '';
    const args = [version ?? '', randomUUID(), JSON.stringify(session), user, toMs(age)];
    await this.#addToList(user, id, age);
    const isNew = version === null ? '1' : '0';
    return (await WRITE.run(this.#connection, this.#sessionKey(id), isNew, ...args)) as WriteResult;
  }

  async touch(id: string, age: number): Promise<boolean> {
    const user = await TOUCH.run(this.#connection, this.#sessionKey(id), toMs(age));
    if (typeof user !== 'string') return false;
    await this.#addToList(user, id, age);
    return true;
  }

  async destroy(id: string, successor = ''): Promise<Destroyed> {
    const args = [toMs(Date.now()), successor, toMs(TOMBSTONE_AGE)];
    const found = await DESTROY.run(this.#connection, this.#sessionKey(id), ...args);
    const [wasAlive, noted, user] = found as [number, string, string];
    if (user !== '') {
      const key = this.#listKey(user);
      await this.#connection.send(key, ['ZREM', key, id]);
    }
    return { wasAlive: wasAlive === 1, successor: noted === '' ? null : noted };
  }

  async destroyedAt(id: string): Promise<number | null> {
    const key = this.#sessionKey(id);
    return toTime(await this.#connection.send(key, ['HGET', key, 'ended']));
  }

  async list(userId: string | number): Promise<readonly ListedSession[]> {
    const user = userKey(userId);
    const key = this.#listKey(user);
    const ids = (await this.#connection.send(key, ['ZRANGE', key, '0', '-1'])) as string[];
    const found = await Promise.all(ids.map(async (id) => ({ id, read: await this.read(id) })));
    return found.flatMap(({ id, read }) =>
      read && userKeyOf(read.session) === user ? [{ id, session: read.session }] : [],
    );
  }

  async revoke(userId: string | number, at: number): Promise<void> {
    const args = [String(at), toMs(TOMBSTONE_AGE)];
    await REVOKE.run(this.#connection, this.#revocationKey(userId), ...args);
  }

  async revokedAt(userId: string | number): Promise<number | null> {
    const key = this.#revocationKey(userId);
    return toTime(await this.#connection.send(key, ['GET', key]));
  }

  counter(name: string): RateLimitStore {
    return redisCounter(this.#connection, `${this.#prefix}count:${name}:`);
  }

  close(): Promise<void> {
    return this.#connection.close();
  }

  /**
   * Keeps it there for twice its age: where a touch has lost its connection halfway, the session is still
   * listed until it is over.
   */
  async #addToList(user: string, id: string, age: number): Promise<void> {
    if (user !== '')
      await ADD_TO_LIST.run(this.#connection, this.#listKey(user), id, toMs(2 * age));
  }

  #sessionKey(id: string): string {
    return `${this.#prefix}session:${id}`;
  }

  #revocationKey(userId: string | number): string {
    return `${this.#prefix}revoked:${userKey(userId)}`;
  }

  #listKey(user: string): string {
    return `${this.#prefix}user:${user}`;
  }
}

/** Redis takes whole milliseconds. */
function toMs(age: number): string {
  return String(Math.ceil(age));
}

/** `null` for what is not there. */
function toTime(found: unknown): number | null {
  return typeof found === 'string' ? Number(found) : null;
}

function parse(text: string): StoredSession {
  return JSON.parse(text) as StoredSession;
}
