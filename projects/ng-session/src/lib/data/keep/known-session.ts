import type { SessionStore, StoredData } from '../../stores/session-store';
import { NOTHING } from '../session-data';
import { addedSince, mergeChanges, shareEqual } from './merge-changes';
import type { PageSession } from './page-session';
import { type SchemaVersion, type SessionRecord, readRecord } from './session-record';
import { type Verdict, WhoseData } from './whose-data';

/** A session in a store: what was there when it was last looked at. */
export interface StoredSession extends SessionRecord {
  /** `null` where nothing is stored. */
  readonly id: string | null;
}

/** What a page works with to know its session. */
export interface KnownSessionParts {
  readonly page: PageSession;
  readonly store: SessionStore;
  readonly schema: SchemaVersion;
  /** Asks the server who is here, in a while. */
  readonly ask: () => void;
}

const NONE: StoredSession = { id: null, values: NOTHING, owner: undefined };

/** What a page knows of the stored session, and shows with its own changes on top. */
export class KnownSession {
  readonly whose: WhoseData;
  readonly #page: PageSession;
  readonly #schema: SchemaVersion;
  #stored = NONE;
  /** The very object that the store answered with, or got: when it comes again, there is nothing new. */
  #seen: unknown;
  /** Who was here when it came. */
  #seenBy: string | null | undefined;
  #isRenewed = false;

  constructor({ page, store, schema, ask }: KnownSessionParts) {
    this.#page = page;
    this.#schema = schema;
    this.whose = new WhoseData(() => page.owner(), store.reach, ask);
  }

  /** A new object for each state, so that a step that was waited for can tell whether it still holds. */
  get stored(): StoredSession {
    return this.#stored;
  }

  /** What the page has by now, to be stored. */
  get mine(): SessionRecord & { readonly id: string } {
    const { id, owner, withheld } = this.#stored;
    return {
      id: this.#page.readId(),
      values: this.#page.readValues(),
      owner: id === null ? this.whose.markNew() : this.whose.mark(owner),
      withheld,
    };
  }

  /** Whether the page has something else than is stored. */
  get hasChanged(): boolean {
    const { id, values, owner } = this.#stored;
    const mine = this.mine;
    if (id === null) return !isEmpty(mine.values);
    return mine.values !== values || mine.owner !== owner || mine.id !== id;
  }

  /** Takes what the store answered for what is known, as far as it is for this page. */
  take(id: string | null, answer: unknown): Verdict | 'over' {
    const owner = this.#page.owner();
    const isNews = answer !== this.#seen || id !== this.#stored.id || owner !== this.#seenBy;
    const verdict = isNews ? this.#judge(id, answer) : 'own';
    this.#seen = answer;
    this.#seenBy = owner;
    return verdict;
  }

  /** Takes note of what was stored of this page; `null` where that is nothing. */
  wrote(session: StoredSession, record: StoredData | null): void {
    this.#stored = session;
    this.#seen = record;
    this.#seenBy = this.#page.owner();
  }

  /** Shows nothing any more. */
  drop(): void {
    this.#stored = NONE;
    this.#page.writeValues(NOTHING);
    this.#page.writeId(null);
  }

  /** Shows nothing of what is stored, which waits for somebody who is not here. */
  withhold(): void {
    this.#show(this.#stored.id, { ...NONE, withheld: this.#seen as StoredData });
    this.#seenBy = this.#page.owner();
  }

  /** With the next answer, all that is here goes along into a session that the server has begun. */
  renew(): void {
    this.#isRenewed = true;
  }

  #judge(id: string | null, answer: unknown): Verdict | 'over' {
    if (id === null || answer === null) {
      // By its age, by a sign-out elsewhere, or by hand.
      this.whose.outdate();
      this.#show(null, NONE);
      return 'over';
    }
    const record = readRecord(answer, this.#schema);
    const verdict = this.whose.judge(id, record.owner, this.#stored.id);
    if (verdict === 'own') this.#show(id, this.#reunite(record));
    else if (verdict === 'withheld') this.#show(id, { ...NONE, withheld: answer as StoredData });
    else this.#show(null, NONE);
    return verdict;
  }

  /** Takes a record together with what waits in it, once that is for whoever is here. */
  #reunite(record: SessionRecord): SessionRecord {
    const owner = this.#page.owner();
    if (!record.withheld || owner === undefined) return record;
    const waiting = readRecord(record.withheld, this.#schema);
    if (!this.whose.isForeign(waiting.owner)) {
      const values = mergeChanges(NOTHING, record.values, waiting.values) as object;
      return { values, owner: waiting.owner };
    }
    // Where somebody else has come, it goes with the next write.
    return owner === null ? record : { ...record, withheld: undefined };
  }

  /** Shows what is stored, with the changes of this page on top. */
  #show(id: string | null, record: SessionRecord): void {
    const { id: last, values: base } = this.#stored;
    if (id !== last) this.#page.writeId(id);
    const values = shareEqual(base, record.values) as object;
    this.#stored = { ...record, id, values };
    const before = this.#page.readValues();
    const after =
      isEmpty(values) && !this.#isRenewed
        ? (addedSince(base, before) ?? values)
        : mergeChanges(base, before, values);
    // What the server has put there wins; all else has come along.
    const all = this.#isRenewed ? mergeChanges(NOTHING, after, before) : after;
    this.#isRenewed = false;
    if (all !== before) this.#page.writeValues(all as object);
  }
}

function isEmpty(values: object): boolean {
  return Object.keys(values).length === 0;
}
