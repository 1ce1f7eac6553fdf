// #region preferences
/** What is used of Capacitor's `Preferences`; any storage of texts can be given this shape. */
export interface Preferences {
  get(options: { key: string }): Promise<{ value: string | null }>;
  set(options: { key: string; value: string }): Promise<void>;
  remove(options: { key: string }): Promise<void>;
}
// #endregion preferences

/** The same in a browser, where Capacitor keeps them in `localStorage` too. */
export const browserPreferences: Preferences = {
  get: ({ key }) => Promise.resolve({ value: localStorage.getItem(`CapacitorStorage.${key}`) }),
  set: ({ key, value }) => {
    localStorage.setItem(`CapacitorStorage.${key}`, value);
    return Promise.resolve();
  },
  remove: ({ key }) => {
    localStorage.removeItem(`CapacitorStorage.${key}`);
    return Promise.resolve();
  },
};
