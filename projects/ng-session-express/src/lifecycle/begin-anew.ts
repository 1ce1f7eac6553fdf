import { promisify } from 'node:util';

import type { Request } from 'express';

/** Ends the session of a request and begins an empty one under another id, which is stored later. */
export async function beginAnew(request: Request): Promise<void> {
  await promisify(request.session.regenerate.bind(request.session) as Regenerate)();
}

/** `express-session` calls back with an error, or with nothing. */
type Regenerate = (done: (error?: unknown) => void) => void;
