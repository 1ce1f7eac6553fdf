import type { Response } from 'express';

const COOKIES = 'set-cookie';

/**
 * Holds an answer as it is at its end until its session is stored. Its head has not been sent by then, so that
 * Express takes what a handler says next for another answer: half of each would go. Only cookies may be added,
 * as the session does. Returns what lets go of it.
 */
export function holdAnswer(response: Response): () => void {
  const { statusCode, statusMessage } = response;
  const headers = response.getHeaders();
  // The very ones: who compares them is to see that nothing has changed.
  const [write, writeHead] = [Reflect.get(response, 'write'), Reflect.get(response, 'writeHead')];
  Object.assign(response, { write: () => true, writeHead: () => response });

  return () => {
    Object.assign(response, { write, writeHead });
    // Sent piece by piece: nothing can change it any more.
    if (response.headersSent) return;
    Object.assign(response, { statusCode, statusMessage });
    for (const name of response.getHeaderNames()) {
      if (name !== COOKIES && headers[name] === undefined) response.removeHeader(name);
    }
    for (const [name, value = ''] of Object.entries(headers)) {
      // Set once more, a name would be sent in small letters.
      const isSame = name === COOKIES || response.getHeader(name) === value;
      if (!isSame) response.setHeader(name, value);
    }
  };
}
