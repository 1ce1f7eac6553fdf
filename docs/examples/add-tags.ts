import type { StoredData } from 'ng-session';

// #region migrate
/** Since version 2, a draft has tags; before, it was a title alone. */
export function addTags(data: StoredData, from: number): StoredData {
  return from < 2 && typeof data['draft'] === 'string'
    ? { ...data, draft: { title: data['draft'], tags: [] } }
    : data;
}
// #endregion migrate
