import type {
  SessionStore,
  SessionStoreFactory,
  SessionStoreSettings,
  StoredData,
} from 'ng-session';

import type { Preferences } from './preferences';

// #region store
/** Keeps session data in the preferences of a phone, which no browser clears away. */
export class PreferencesStore implements SessionStore {
  readonly #preferences: Preferences;
  readonly #age: number;
  readonly #dataKey: string;
  readonly #untilKey: string;
  #id: string = crypto.randomUUID();

  constructor(preferences: Preferences, { age, name }: SessionStoreSettings) {
    this.#preferences = preferences;
    this.#age = age;
    this.#dataKey = `${name}:data`;
    this.#untilKey = `${name}:until`;
  }

  /** A phone has one session, which is found without its id. */
  id(): string {
    return this.#id;
  }

  async read(): Promise<StoredData | null> {
    const [data, until] = await Promise.all([
      this.#preferences.get({ key: this.#dataKey }),
      this.#preferences.get({ key: this.#untilKey }),
    ]);
    if (data.value === null || Number(until.value) <= Date.now()) return null;
    return JSON.parse(data.value) as StoredData;
  }

  async write(id: string, data: StoredData): Promise<void> {
    this.#id = id;
    // Both at once: of a page that goes, only what has begun arrives.
    await Promise.all([
      this.#keepAlive(),
      this.#preferences.set({ key: this.#dataKey, value: JSON.stringify(data) }),
    ]);
  }

  async destroy(id: string): Promise<void> {
    // After a sign-in, the id of before ends; the session has gone on under another one.
    if (id !== this.#id) return;
    await Promise.all([
      this.#preferences.remove({ key: this.#dataKey }),
      this.#preferences.remove({ key: this.#untilKey }),
    ]);
  }

  async touch(): Promise<void> {
    // The data stays as it is: a write may have come meanwhile.
    if (await this.read()) await this.#keepAlive();
  }

  #keepAlive(): Promise<void> {
    return this.#preferences.set({
      key: this.#untilKey,
      value: String(Date.now() + this.#age),
    });
  }
}

/** Makes the store for `withStore`. */
export function preferencesStore(preferences: Preferences): SessionStoreFactory {
  return (settings) => new PreferencesStore(preferences, settings);
}
// #endregion store
