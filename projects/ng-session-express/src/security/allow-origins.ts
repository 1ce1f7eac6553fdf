import cors from 'cors';
import type { RequestHandler } from 'express';

import type { ResolvedOptions } from '../options/resolve-options.ts';
import { XSRF_HEADER } from './xsrf-header.ts';

const PREFLIGHT_SECONDS = 600;

/** Lets the apps of these origins, and no others, read answers and send cookies and our headers. */
export function allowOrigins({
  origins,
  allowedHeaders,
}: Pick<ResolvedOptions, 'origins' | 'allowedHeaders'>): RequestHandler {
  return cors({
    // A list, not a function: with a list `cors` sends `Vary: Origin` to refused origins as well.
    origin: [...origins],
    credentials: true,
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    allowedHeaders: ['Content-Type', 'X-Requested-With', XSRF_HEADER, ...allowedHeaders],
    exposedHeaders: ['Retry-After', XSRF_HEADER],
    maxAge: PREFLIGHT_SECONDS,
  });
}
