import cors from 'cors';
import type { RequestHandler } from 'express';

import { XSRF_HEADER } from './xsrf-header.ts';

const PREFLIGHT_SECONDS = 600;

/** Lets the apps of these origins, and no others, read answers and send cookies. */
export function allowOrigins(origins: readonly string[]): RequestHandler {
  return cors({
    // A list, not a function: with a list `cors` sends `Vary: Origin` to refused origins as well.
    origin: [...origins],
    credentials: true,
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    allowedHeaders: ['Content-Type', 'X-Requested-With', XSRF_HEADER],
    exposedHeaders: ['Retry-After', XSRF_HEADER],
    maxAge: PREFLIGHT_SECONDS,
  });
}
