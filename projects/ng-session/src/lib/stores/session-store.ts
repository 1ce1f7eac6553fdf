/** The data of a session as a store gets it: JSON, and nothing that JSON can not carry. */
export type StoredData = Readonly<Record<string, unknown>>;

/**
 * Where session data lives beyond the page, under the id of the session. Each method may answer at
 * once or with a promise; what it throws is reported, and what was to be written is tried again.
 *
 * ```ts
 * class MapStore implements SessionStore {
 *   readonly reach = 'page';
 *   readonly #kept = new Map<string, { data: StoredData; until: number }>();
 *   constructor(readonly age: number) {}
 *   read(id: string) {
 *     const found = this.#kept.get(id);
 *     return found && found.until > Date.now() ? found.data : null;
 *   }
 *   write(id: string, data: StoredData) {
 *     this.#kept.set(id, { data, until: Date.now() + this.age });
 *   }
 *   destroy(id: string) { this.#kept.delete(id); }
 *   touch(id: string) {
 *     const data = this.read(id);
 *     if (data) this.write(id, data);
 *   }
 * }
 *
 * provideNgSession({}, withStore(({ age }) => new MapStore(age), { age: '2h' }));
 * ```
 *
 * `describeSessionStore` of `ng-session/testing` holds a store to these rules.
 */
export interface SessionStore {
  /**
   * Who finds the data again: this page only, this tab after a reload too, all tabs, or whoever has
   * the session of the server, which begins and ends it with sign-in and sign-out by itself.
   * Default: `browser`, for all tabs.
   */
  readonly reach?: 'page' | 'tab' | 'browser' | 'server';
  /**
   * The data of the session; `null` where there is none, or none any more. A `SyntaxError`, as
   * `JSON.parse` throws it, says that what is there is no data: it is reported, and the next write
   * takes its place. After any other error nothing is written until a read works.
   */
  read(id: string): StoredData | null | Promise<StoredData | null>;
  /** Keeps the data in place of any other, and the session alive. */
  write(id: string, data: StoredData): void | Promise<void>;
  /** Forgets the session, if there is one. */
  destroy(id: string): void | Promise<void>;
  /** Has the age of the session begin anew. One that is over stays so. */
  touch(id: string): void | Promise<void>;
  /** Calls back when somebody else, such as another tab, has changed data; returns what ends that. */
  watch?(changed: () => void): () => void;
  /**
   * The id of the session, for a store that holds one only and finds it by itself, as in a cookie;
   * `null` for none. Without this method, the id is kept in a storage of the browser.
   */
  id?(): string | null;
}

/** What a store is told about the sessions in it. */
export interface SessionStoreSettings {
  /** Milliseconds without activity after which a session ends; `Infinity` for never. */
  readonly age: number;
  /** What the sessions of this app are called, so that two apps on one origin do not mix. */
  readonly name: string;
}

/** Makes a store, in an injection context, once an application. */
export type SessionStoreFactory = (settings: SessionStoreSettings) => SessionStore;
