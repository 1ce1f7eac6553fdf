import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { readdir, readFile, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';

import writeFileAtomic from 'write-file-atomic';

import { SessionError } from '../session-error.ts';
import { InOrder } from './in-order.ts';
import { pruneRegularly } from './prune-regularly.ts';
import {
  TOMBSTONE_AGE,
  type Destroyed,
  type ListedSession,
  type ReadSession,
  type SessionStore,
  type StoredSession,
  type WriteOptions,
  type WriteResult,
} from './session-store.ts';
import { Revocations } from './revocations.ts';
import {
  current,
  decideDestroy,
  decideWrite,
  endOf,
  isTombstone,
  type StoredEntry,
} from './stored-entry.ts';
import { userKey, userKeyOf } from './user-key.ts';

/** A file of ours, and one that a process has left behind that died while it wrote. */
const FILE = /^[0-9a-f]{64}\.json$/;
const LEFT_BEHIND = /^[0-9a-f]{64}\.json\.\d+$/;

interface FileEntry extends StoredEntry {
  readonly id: string;
}

/** Keeps each session in a JSON file. For one process: only within it are writes in order. */
export class FileStore implements SessionStore {
  readonly #location: string;
  readonly #order = new InOrder();
  readonly #revocations = new Revocations();
  readonly #stopPruning: () => void;

  constructor(location: string) {
    this.#location = location;
    try {
      mkdirSync(location, { recursive: true, mode: 0o700 });
    } catch (cause) {
      throw new SessionError(
        'store-unavailable',
        'stores.file({ location }): the folder can not be made. See the cause, and check the path and who may write there.',
        { cause },
      );
    }
    this.#stopPruning = pruneRegularly(() => this.#prune());
  }

  async read(id: string): Promise<ReadSession | null> {
    const entry = await this.#current(nameOf(id));
    return entry?.text ? { session: parse(entry.text), version: entry.version } : null;
  }

  write(id: string, session: StoredSession, { age, version }: WriteOptions): Promise<WriteResult> {
    return this.#inOrder(id, async (name) => {
      const result = decideWrite(await this.#current(name), version);
      if (result === 'written') await this.#set(name, id, JSON.stringify(session), age);
      return result;
    });
  }

  touch(id: string, age: number): Promise<boolean> {
    return this.#inOrder(id, async (name) => {
      const entry = await this.#current(name);
      if (!entry?.text) return false;
      // Each request touches. Where the machine fails before the disk has it, somebody signs in again.
      await this.#save(name, { ...entry, expiresAt: Date.now() + age }, { fsync: false });
      return true;
    });
  }

  destroy(id: string, successor?: string): Promise<Destroyed> {
    return this.#inOrder(id, async (name) => {
      const entry = await this.#current(name);
      if (!isTombstone(entry)) await this.#set(name, id, null, TOMBSTONE_AGE, successor);
      return decideDestroy(entry, successor);
    });
  }

  async destroyedAt(id: string): Promise<number | null> {
    return endOf(await this.#current(nameOf(id)));
  }

  /** Reads every file: for a handful of users, not for thousands. */
  async list(userId: string | number): Promise<readonly ListedSession[]> {
    const key = userKey(userId);
    const listed: ListedSession[] = [];
    for (const name of await this.#names(FILE)) {
      const entry = await this.#current(name);
      const session = entry?.text ? parse(entry.text) : null;
      if (entry && session && userKeyOf(session) === key) listed.push({ id: entry.id, session });
    }
    return listed;
  }

  async revoke(userId: string | number, at: number): Promise<void> {
    this.#revocations.add(userId, at);
  }

  async revokedAt(userId: string | number): Promise<number | null> {
    return this.#revocations.latest(userId);
  }

  async close(): Promise<void> {
    this.#stopPruning();
  }

  #inOrder<T>(id: string, work: (name: string) => Promise<T>): Promise<T> {
    const name = nameOf(id);
    return this.#order.run(name, () => work(name));
  }

  async #current(name: string): Promise<FileEntry | null> {
    const entry = await this.#load(name);
    return current(entry, Date.now()) && entry;
  }

  async #load(name: string): Promise<FileEntry | null> {
    const file = join(this.#location, name);
    try {
      return parseEntry(await readFile(file, 'utf8')) ?? (await corrupt(file));
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  #set(
    name: string,
    id: string,
    text: string | null,
    age: number,
    successor?: string,
  ): Promise<void> {
    const expiresAt = Date.now() + age;
    return this.#save(name, { id, text, version: randomUUID(), expiresAt, successor });
  }

  async #save(name: string, entry: FileEntry, options?: { fsync: boolean }): Promise<void> {
    // A reader sees the file as it was or as it is, never half of it.
    const file = join(this.#location, name);
    await writeFileAtomic(file, JSON.stringify(entry), { mode: 0o600, ...options });
  }

  async #names(pattern: RegExp): Promise<readonly string[]> {
    return (await readdir(this.#location)).filter((name) => pattern.test(name));
  }

  async #prune(): Promise<void> {
    for (const name of await this.#names(FILE)) {
      await this.#order.run(name, async () => {
        const entry = await this.#load(name);
        if (entry && !current(entry, Date.now())) await this.#remove(name);
      });
    }
    for (const name of await this.#names(LEFT_BEHIND)) {
      const { mtimeMs } = await stat(join(this.#location, name));
      if (mtimeMs + TOMBSTONE_AGE < Date.now()) await this.#remove(name);
    }
  }

  #remove(name: string): Promise<void> {
    return unlink(join(this.#location, name));
  }
}

/** An id may come from a cookie: as a hash, it can name no other file. */
function nameOf(id: string): string {
  return `${createHash('sha256').update(id).digest('hex')}.json`;
}

/**
 * What can not be read may have been a session, or the note that it was destroyed. It counts as destroyed,
 * which costs somebody a sign-in, and signs nobody in.
 */
async function corrupt(file: string): Promise<FileEntry> {
  process.emitWarning('A session file can not be read; its session has ended.', {
    code: 'NG_SESSION_CORRUPT_FILE',
    detail: file,
  });
  const { mtimeMs } = await stat(file);
  return { id: '', text: null, version: '', expiresAt: mtimeMs + TOMBSTONE_AGE };
}

function parseEntry(json: string): FileEntry | null {
  try {
    const { id, text, version, expiresAt, successor } = JSON.parse(json) as Partial<FileEntry>;
    if (typeof id !== 'string' || typeof version !== 'string') return null;
    if (typeof expiresAt !== 'number' || (typeof text !== 'string' && text !== null)) return null;
    return { id, text, version, expiresAt, successor };
  } catch {
    return null;
  }
}

function parse(text: string): StoredSession {
  return JSON.parse(text) as StoredSession;
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
