import type { Request } from 'express';

import { pathOf } from '../http/path-of.ts';
import { sessionOf } from './request-session.ts';

/** Whether the app has named a request as one that must not change its session. */
export function isReadOnly(request: Request): boolean {
  const { method, headers } = request;
  return sessionOf(request).options.readOnly({ method, path: pathOf(request), headers });
}
