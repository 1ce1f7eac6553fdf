import { type KnownSessionParts, KnownSession } from './known-session';
import type { SessionIds } from './session-ids';
import { UselessRecord, writeRecord } from './session-record';
import type { Steps } from './steps';
import { StoreAccess } from './store-access';

/** What a keeper works with. */
export interface KeeperParts extends KnownSessionParts {
  readonly ids: SessionIds;
  /** Milliseconds that a session lasts without activity. */
  readonly age: number;
  /** Called after the change, with nothing half-done: whoever listens may change the session. */
  readonly tell: (type: 'initiated' | 'committed' | 'migrated') => void;
}

/**
 * Keeps the values of a page in a store: loads them, writes what has changed since, and takes over
 * what others have written. `load`, `commit` and `flush` are taken one after another; all else may come
 * between their steps, and make what is under way begin again, or be undone.
 */
export class DataKeeper {
  readonly #parts: KeeperParts;
  readonly #known: KnownSession;
  readonly #store: StoreAccess;
  /** Whether what is known is what the store last answered, so that it may be written over. */
  #isLoaded = false;
  /** The time from which on the session may be over: a machine that slept has timers that are late. */
  #aliveUntil = Infinity;
  /** The session that is being written, and may have arrived. */
  #writing: string | null = null;
  /** The session that is stored and that nobody can read, which was told. */
  #useless: string | null = null;

  constructor(parts: KeeperParts) {
    const { page, store } = parts;
    this.#parts = parts;
    this.#known = new KnownSession(parts);
    this.#store = new StoreAccess(store, (id) => id === page.readId());
  }

  /** What was stored when it was last looked at; other values are not stored yet. */
  get stored(): object {
    return this.#known.hasChanged ? this.#known.stored.values : this.#parts.page.readValues();
  }

  /** Whether there is something to commit, besides keeping the session alive. */
  get isBehind(): boolean {
    return this.#known.hasChanged || this.#store.ended.size > 0;
  }

  /** Whether nothing is stored until the server has said who is here. */
  get isInDoubt(): boolean {
    return this.#known.whose.isInDoubt;
  }

  /** Takes over what is stored by now; what has changed here stays on top of it. */
  *load(): Steps<void> {
    const { ids } = this.#parts;
    // First: a store of one session would answer with the one that has ended.
    yield* this.#store.ended.sweep();
    const before = this.#known.stored;
    const id = ids.read();
    try {
      const answer = id === null ? null : yield* this.#store.read(id);
      if (this.#known.stored !== before || ids.read() !== id) {
        // Meanwhile it ended, or goes on under another id: this was an answer about the past.
        yield* this.load();
        return;
      }
      const verdict = this.#known.take(id, answer);
      if (verdict === 'foreign') this.#end(id);
      if (verdict === 'over') this.#forget(id);
      this.#isLoaded = verdict !== 'doubtful';
      this.#useless = null;
    } catch (error) {
      const isUseless = error instanceof UselessRecord;
      // Told once. It stays until something is written in its place: it may be read again by then.
      this.#isLoaded = isUseless && this.#useless === id;
      this.#useless = isUseless ? id : null;
      if (!this.#isLoaded) throw error;
    }
    yield* this.#store.ended.sweep();
  }

  /** Stores what has changed since; where nothing has, keeps the session alive only. */
  commit(): Steps<void> {
    return this.#commit();
  }

  /** Commits what a page that goes has no time to merge with what a slow store would answer. */
  *flush(): Steps<void> {
    const { page, ids, store } = this.#parts;
    const { ended, isSlow } = this.#store;
    const { id } = this.#known.stored;
    // All is asked for at once: nothing that comes after an answer happens any more.
    const lead = (): void => {
      const next = page.readId();
      if (next === id) return;
      ids.write(next);
      ended.add(id);
      ended.sweep();
    };
    if (!isSlow || !this.#isCertain()) {
      yield* this.#commit(lead);
      return;
    }
    const swept = ended.sweep();
    // Where another tab has ended the session, or begun one, nobody would find it. A server has just one.
    const isCurrent = store.reach === 'server' || [id, page.readId()].includes(ids.read());
    const isBehind = this.#known.hasChanged || this.#writing !== null;
    if (isBehind && isCurrent) yield* this.#write(lead);
    yield* swept;
  }

  /** Takes note of who is here by now, and shows nothing of what belongs to somebody else. */
  disown(): void {
    const { whose, stored } = this.#known;
    whose.follow();
    if (!whose.isForeign(stored.owner)) return;
    if (this.#parts.page.owner() === null) this.#known.withhold();
    else this.abandon('identityChanged');
  }

  /** The server has just said who is here: whose a session is that was there before, is certain. */
  confirm(): void {
    this.#known.whose.confirm(this.#lastId());
  }

  /** The server has begun another session, to which what is here goes along; it has ended the last one. */
  renew(): void {
    this.#store.ended.clear();
    this.#known.renew();
    this.#isLoaded = false;
  }

  /** Ends the session: nothing of it is shown any more, and with the next step nothing is stored. */
  abandon(reason: 'signedOut' | 'identityChanged'): void {
    const { ended } = this.#store;
    const { id } = this.#known.stored;
    this.#known.drop();
    this.#known.whose.forget();
    // A server has another session for another person by itself, and may have put something there.
    if (this.#parts.store.reach === 'server' && reason === 'identityChanged') return;
    ended.keep(null);
    ended.add(id);
    const last = this.#lastId();
    // What somebody else has begun since is theirs, unless all is to end.
    if (reason === 'signedOut' || last === id) this.#end(last);
  }

  *#commit(asked?: () => void): Steps<void> {
    const isDue = this.#known.hasChanged || !this.#isCertain();
    yield* isDue ? this.load() : this.#store.ended.sweep();
    if (!this.#isLoaded) return;
    const { id } = this.#known.stored;
    if (this.#known.hasChanged) yield* this.#write(asked);
    else if (id !== null) yield* this.#store.touch(id);
    this.#aliveUntil = Date.now() + this.#parts.age;
  }

  /** Stores the values of the page in place of what is there; calls back once that is asked for. */
  *#write(asked?: () => void): Steps<void> {
    const { ids, schema, tell } = this.#parts;
    const { ended } = this.#store;
    const before = this.#known.stored;
    const next = this.#known.mine;
    if (Object.keys(next.values).length === 0 && !next.withheld) {
      this.#known.wrote({ id: null, values: next.values, owner: undefined }, null);
      for (const old of [before.id, this.#writing]) this.#end(old);
      yield* ended.sweep();
      tell('committed');
      return;
    }
    const record = writeRecord(next, schema);
    this.#writing = next.id;
    try {
      yield* this.#store.write(next.id, record, before.id, asked);
    } finally {
      // Not where the page goes meanwhile: then nobody knows.
      this.#writing = null;
    }
    if (this.#known.stored !== before) {
      // It ended while it was written, or is not for this page any more.
      this.#isLoaded = false;
      if (this.#known.stored.id !== next.id) ended.add(next.id);
    } else {
      if (next.id !== before.id) ids.write(next.id);
      for (const old of [before.id, this.#useless]) if (old !== next.id) ended.add(old);
      this.#useless = null;
      this.#known.wrote(next, record);
      if (before.id === null) tell('initiated');
      tell('committed');
      if (before.id !== null && next.id !== before.id) tell('migrated');
    }
    yield* ended.sweep();
  }

  #isCertain(): boolean {
    return this.#isLoaded && Date.now() < this.#aliveUntil;
  }

  /** The id of whatever is stored; `null` where that can not be told: then the next step says so. */
  #lastId(): string | null {
    try {
      return this.#parts.ids.read();
    } catch {
      return null;
    }
  }

  #end(id: string | null): void {
    this.#store.ended.add(id);
    this.#forget(id);
  }

  /** Leads nobody to it any more; another tab may have gone on elsewhere already. */
  #forget(id: string | null): void {
    const { ids } = this.#parts;
    if (id !== null && ids.read() === id) ids.write(null);
  }
}
