import type { SessionStore } from '../../stores/session-store';

/** Whether a session that was found is for this page, and what becomes of it where it is not. */
export type Verdict =
  /** It may be shown. */
  | 'own'
  /** Nobody is here; it waits for whoever it belongs to. */
  | 'withheld'
  /** Somebody else is here by now, and it ends. */
  | 'foreign'
  /** It may be that somebody else has signed in, and this page has not heard of it. */
  | 'doubtful';

/** Tells whose data is whose, by marks: of whoever is here, and of what is stored. */
export class WhoseData {
  readonly #owner: () => string | null | undefined;
  readonly #reach: SessionStore['reach'];
  readonly #ask: () => void;
  /** Whoever was last known here: what is on the page stays theirs while nobody is. */
  #last: string | undefined;
  /** The session that was there when the server last said who is here. */
  #certain: string | null = null;
  /** The session that made this page ask the server again. */
  #suspect: string | null = null;
  /** Whether the server has said who is here with a suspect in view. */
  #isSecondLook = false;

  /**
   * @param owner the mark of whoever is here; `null` for nobody, `undefined` while that is not known
   * @param ask asks the server who is here
   */
  constructor(
    owner: () => string | null | undefined,
    reach: SessionStore['reach'],
    ask: () => void,
  ) {
    this.#owner = owner;
    this.#reach = reach;
    this.#ask = ask;
  }

  /** Whether it is not known whose a session is that is there. */
  get isInDoubt(): boolean {
    return this.#suspect !== null;
  }

  /** The mark for what is stored with this one; it stays where nobody is known. */
  mark(owner: string | undefined): string | undefined {
    return this.#owner() ?? owner;
  }

  /** The mark for what nothing is stored of yet: of the last person, where nobody is known. */
  markNew(): string | undefined {
    return this.mark(this.#last);
  }

  /** Whether it is marked as somebody's who is not here, nor was the last to be. */
  isForeign(owner: string | undefined): boolean {
    const mine = this.#owner();
    return mine !== undefined && owner !== undefined && owner !== (mine ?? this.#last);
  }

  /** Takes note of who is known by now. */
  follow(): void {
    this.#last = this.#owner() ?? this.#last;
  }

  /** Forgets who was here: their session has ended. */
  forget(): void {
    this.#last = undefined;
  }

  /** The server has just said who is here, while this session was there. */
  confirm(id: string | null): void {
    this.#isSecondLook = this.isInDoubt;
    this.#certain = id;
    this.#suspect = null;
  }

  /** There is no session: what comes next may be of the next person. */
  outdate(): void {
    this.#certain = null;
    this.#suspect = null;
  }

  /** What becomes of a session with this mark; `knownId` is the one that this page has already. */
  judge(id: string, owner: string | undefined, knownId: string | null): Verdict {
    const mine = this.#owner();
    const isForeign = this.isForeign(owner);
    // Nobody's: to be claimed by whoever had it before they signed in, and by no other.
    const isUnclaimed = typeof mine === 'string' && owner === undefined && id !== knownId;
    if ((isForeign || isUnclaimed) && !this.#isCertain(id, isForeign)) {
      const isNew = this.#suspect !== id;
      this.#suspect = id;
      if (isNew) this.#ask();
      return 'doubtful';
    }
    this.#suspect = null;
    if (!isForeign) return 'own';
    return mine === null ? 'withheld' : 'foreign';
  }

  #isCertain(id: string, isForeign: boolean): boolean {
    // All sessions of a server have one id here, which tells nothing.
    return id === this.#certain && (!isForeign || this.#reach !== 'server' || this.#isSecondLook);
  }
}
