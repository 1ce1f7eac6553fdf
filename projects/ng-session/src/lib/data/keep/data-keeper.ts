import type { SessionStore } from '../../stores/session-store';
import { mergeChanges, shareEqual } from './merge-changes';
import type { SessionIds } from './session-ids';
import {
  type SchemaVersion,
  type SessionRecord,
  UselessRecord,
  corrupt,
  readRecord,
  writeRecord,
} from './session-record';
import { type Steps, isPromise, wait } from './steps';

/** The session of this page, whose values are one frozen object that each change replaces. */
export interface PageSession {
  readValues(): object;
  writeValues(values: object): void;
  /** The id, made when it is first asked for. */
  readId(): string;
  /** Takes another id; `null` for one that is made when it is next asked for. */
  writeId(id: string | null): void;
  /** A mark of whose values may be shown; none while nobody is known. */
  owner(): string | undefined;
}

/** What a keeper works with. */
export interface KeeperParts {
  readonly page: PageSession;
  readonly store: SessionStore;
  readonly ids: SessionIds;
  readonly schema: SchemaVersion;
  /** Called after the change, with nothing half-done: whoever listens may change the session. */
  readonly tell: (type: 'initiated' | 'committed' | 'migrated') => void;
}

/** A session in a store: what was there when it was last looked at. */
interface StoredSession extends SessionRecord {
  /** `null` where nothing is stored. */
  readonly id: string | null;
}

const NOTHING: object = /* @__PURE__ */ Object.freeze({});

/**
 * Keeps the values of a page in a store: loads them, writes what has changed since, and takes over
 * what others have written. `load`, `commit` and `flush` are taken one after another; `disown` and
 * `abandon` may come between their steps, and make what is under way begin again, or be undone.
 */
export class DataKeeper {
  readonly #parts: KeeperParts;
  /** A new object for each state, so that a step that was waited for can tell whether it still holds. */
  #known: StoredSession = { id: null, values: NOTHING, owner: undefined };
  /** Sessions that have ended and are still stored. */
  readonly #ended = new Set<string>();
  /** Whether what is known is what the store last answered, so that it may be written over. */
  #isLoaded = false;
  #isSlow = false;
  /** The very object that the store answered with, or got: when it comes again, there is nothing new. */
  #seen: unknown;

  constructor(parts: KeeperParts) {
    this.#parts = parts;
  }

  /** What was stored when it was last looked at; other values are not stored yet. */
  get stored(): object {
    return this.#known.values;
  }

  /** Whether there is something to commit, besides keeping the session alive. */
  get isBehind(): boolean {
    return this.#hasChanged() || this.#ended.size > 0;
  }

  /** Takes over what is stored by now; what has changed here stays on top of it. */
  *load(): Steps<void> {
    // First: a store of one session would answer with the one that has ended.
    yield* this.#sweep();
    const before = this.#known;
    const id = this.#parts.ids.read();
    try {
      const stored = id === null ? null : yield* this.#read(id);
      if (this.#known !== before || this.#parts.ids.read() !== id) {
        // Meanwhile it ended, or goes on under another id: this was an answer about the past.
        yield* this.load();
        return;
      }
      if (stored !== this.#seen || id !== before.id) this.#take(id, stored);
      this.#seen = stored;
      this.#isLoaded = true;
    } catch (error) {
      this.#isLoaded = false;
      throw error;
    }
    yield* this.#sweep();
  }

  /** Stores what has changed since; where nothing has, keeps the session alive only. */
  *commit(): Steps<void> {
    yield* this.#hasChanged() ? this.load() : this.#sweep();
    yield* this.#hasChanged() ? this.#write() : this.#touch();
  }

  /** Commits what a page that goes has no time to merge with what a slow store would answer. */
  *flush(): Steps<void> {
    if (!this.#isSlow || !this.#isLoaded) yield* this.commit();
    else if (this.#hasChanged()) yield* this.#write();
  }

  /** Shows nothing of what belongs to somebody else than who is known now. */
  disown(): void {
    if (this.#isForeign(this.#known.owner)) this.abandon('identityChanged');
  }

  /** Ends the session: nothing of it is shown any more, and with the next step nothing is stored. */
  abandon(reason: 'signedOut' | 'identityChanged'): void {
    const { page, ids, store } = this.#parts;
    const { id } = this.#known;
    this.#known = { id: null, values: NOTHING, owner: undefined };
    page.writeValues(NOTHING);
    page.writeId(null);
    // A server has another session for another person by itself, and may have put something there.
    if (store.reach === 'server' && reason === 'identityChanged') return;
    if (id !== null) this.#ended.add(id);
    try {
      this.#end(ids.read());
    } catch {
      // Blocked: the next step says so, and by then nothing leads to it any more.
    }
  }

  *#read(id: string): Steps<unknown> {
    try {
      return yield* this.#ask<unknown>(this.#parts.store.read(id));
    } catch (error) {
      // As JSON.parse says it.
      if (error instanceof SyntaxError) this.#replace(id, corrupt(error));
      throw error;
    }
  }

  #ask<T>(answer: T | Promise<T>): Steps<T> {
    this.#isSlow ||= isPromise(answer);
    return wait(answer);
  }

  *#touch(): Steps<void> {
    const { id } = this.#known;
    if (id !== null) yield* this.#ask(this.#parts.store.touch(id));
  }

  /** Takes what is stored for what is known, and shows it with the changes of this page on top. */
  #take(id: string | null, stored: unknown): void {
    const { page } = this.#parts;
    const record = stored === null ? null : this.#decode(id, stored);
    const { id: knownId, values: seen } = this.#known;
    if (record) {
      if (id !== knownId) page.writeId(id);
      this.#known = { ...record, id, values: shareEqual(seen, record.values) as object };
    } else {
      // It is over: by its age, by a sign-out elsewhere, or by hand.
      if (id !== null) this.#forget(id);
      if (knownId !== null) page.writeId(null);
      this.#known = { id: null, values: NOTHING, owner: undefined };
    }
    const before = page.readValues();
    const merged = mergeChanges(seen, before, this.#known.values) as object;
    const after = isEmpty(merged) && isEmpty(this.#known.values) ? this.#known.values : merged;
    if (after !== before) page.writeValues(after);
  }

  /** What is stored, if it is for this page; what belongs to somebody else comes to its end. */
  #decode(id: string | null, stored: unknown): SessionRecord | null {
    try {
      const record = readRecord(stored, this.#parts.schema);
      if (!this.#isForeign(record.owner)) return record;
      this.#end(id);
      return null;
    } catch (error) {
      if (error instanceof UselessRecord) this.#replace(id, error);
      throw error;
    }
  }

  /** Has the session begin anew where nobody can read what is stored; this is told as a failure. */
  #replace(id: string | null, reason: UselessRecord): never {
    this.#end(id);
    this.#take(null, null);
    throw reason;
  }

  /** Stores the values of the page in place of what is there. */
  *#write(): Steps<void> {
    const { page, store, ids, schema, tell } = this.#parts;
    const known = this.#known;
    const next = { ...this.#mine(), id: page.readId() };
    if (isEmpty(next.values)) {
      this.#known = { ...next, id: null, owner: undefined };
      this.#end(known.id);
      yield* this.#sweep();
      tell('committed');
      return;
    }
    this.#ended.delete(next.id);
    const record = writeRecord(next, schema);
    yield* this.#ask(store.write(next.id, record));
    if (this.#known !== known) {
      // It ended while it was written.
      this.#ended.add(next.id);
    } else {
      if (next.id !== known.id) ids.write(next.id);
      if (next.id !== known.id && known.id !== null) this.#ended.add(known.id);
      this.#known = next;
      this.#seen = record;
      if (known.id === null) tell('initiated');
      tell('committed');
      if (known.id !== null && next.id !== known.id) tell('migrated');
    }
    yield* this.#sweep();
  }

  /** Whether the page has something else than is stored. */
  #hasChanged(): boolean {
    const { id, values, owner } = this.#known;
    const mine = this.#mine();
    if (id === null) return !isEmpty(mine.values);
    return mine.values !== values || mine.owner !== owner || this.#parts.page.readId() !== id;
  }

  #mine(): SessionRecord {
    const { page } = this.#parts;
    return { values: page.readValues(), owner: page.owner() ?? this.#known.owner };
  }

  #isForeign(owner: string | undefined): boolean {
    const mine = this.#parts.page.owner();
    return mine !== undefined && owner !== undefined && mine !== owner;
  }

  #end(id: string | null): void {
    if (id === null) return;
    this.#ended.add(id);
    this.#forget(id);
  }

  /** Leads nobody to it any more; another tab may have gone on elsewhere already. */
  #forget(id: string): void {
    const { ids } = this.#parts;
    if (ids.read() === id) ids.write(null);
  }

  *#sweep(): Steps<void> {
    for (const id of this.#ended) {
      yield* this.#ask(this.#parts.store.destroy(id));
      this.#ended.delete(id);
    }
  }
}

function isEmpty(values: object): boolean {
  return Object.keys(values).length === 0;
}
