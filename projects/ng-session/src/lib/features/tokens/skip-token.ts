import { HttpContextToken } from '@angular/common/http';

/**
 * Keeps the token away from one request.
 *
 * ```ts
 * http.get(url, { context: new HttpContext().set(SKIP_TOKEN, true) });
 * ```
 */
export const SKIP_TOKEN = new HttpContextToken(() => false);
