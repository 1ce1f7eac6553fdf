import type { Response } from 'express';

/**
 * Holds an answer as it is at its end until its session is stored. Its head has not been sent by then, so that
 * Express takes what a handler says next for another answer: half of each would go. Only cookies may be added,
 * as the session does. Returns what lets go of it.
 */
export function holdAnswer(response: Response): () => void {
  const { statusCode, statusMessage, write, writeHead } = response;
  const headers = response
    .getRawHeaderNames()
    .filter((name) => !isCookie(name))
    .map((name) => [name, response.getHeader(name) ?? ''] as const);
  Object.assign(response, { write: () => true, writeHead: () => response });

  return () => {
    Object.assign(response, { write, writeHead });
    // Sent piece by piece: nothing can change it any more.
    if (response.headersSent) return;
    Object.assign(response, { statusCode, statusMessage });
    for (const name of response.getHeaderNames()) {
      if (!isCookie(name)) response.removeHeader(name);
    }
    for (const [name, value] of headers) response.setHeader(name, value);
  };
}

function isCookie(name: string): boolean {
  return name.toLowerCase() === 'set-cookie';
}
