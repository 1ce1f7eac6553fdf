import type { ResolvedTokens } from './resolve-tokens';
import type { TokenStorage } from './token-options';

/** Opens what keeps the token beyond the memory of the page; `null` where that is all there is. */
export function openTokenStorage(
  { storage, name }: Pick<ResolvedTokens, 'storage' | 'name'>,
  window: Window | null,
): TokenStorage | null {
  if (typeof storage === 'object') return storage;
  // A server that renders has no storage.
  if (storage === 'memory' || !window) return null;
  // Each time anew: where it is blocked, even to name it throws.
  const open = () => (storage === 'local' ? window.localStorage : window.sessionStorage);
  return {
    get: () => open().getItem(name),
    set: (token) => {
      open().setItem(name, token);
    },
    remove: () => {
      open().removeItem(name);
    },
  };
}
