import cors from 'cors';
import type { RequestHandler } from 'express';

const PREFLIGHT_SECONDS = 600;

/** Lets our apps in as the sessions do, and lets them send `Authorization` as well. */
export function allowBearers(origins: readonly string[]): RequestHandler {
  return cors({
    // A list, not a function: with a list `cors` sends `Vary: Origin` to refused origins as well.
    origin: [...origins],
    credentials: true,
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    allowedHeaders: ['Authorization', 'Content-Type', 'X-Requested-With', 'X-XSRF-TOKEN'],
    maxAge: PREFLIGHT_SECONDS,
  });
}
