const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];

/** Whether a request with this method may change something. */
export function isMutating(method: string): boolean {
  return !SAFE_METHODS.includes(method);
}
