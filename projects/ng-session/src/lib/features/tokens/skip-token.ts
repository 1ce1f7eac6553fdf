import { HttpContextToken } from '@angular/common/http';

/**
 * Keeps the token away from one request.
 *
 * ```ts
 * http.get(url, { context: new HttpContext().set(SKIP_TOKEN, true) });
 * ```
 */
// Marked, as a bundler can not tell that an app that does not name it may go without.
export const SKIP_TOKEN = /* @__PURE__ */ new HttpContextToken(() => false);
