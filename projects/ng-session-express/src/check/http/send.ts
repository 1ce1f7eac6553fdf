import { request as requestHttp } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import { request as requestHttps } from 'node:https';
import { text as readText } from 'node:stream/consumers';

export interface HttpRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: OutgoingHttpHeaders;
  readonly body?: string | undefined;
  /** The last byte of the body waits for this, so that the request is under way meanwhile. */
  readonly hold?: Promise<unknown> | undefined;
  /** Milliseconds for the whole exchange. */
  readonly timeout: number;
}

export interface HttpAnswer {
  /** Method and path: what the report calls it. */
  readonly request: string;
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** Nobody has answered: the connection failed, was cut, or time was up. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

/**
 * Sends a request as it is, and follows no redirect.
 *
 * Not `fetch`, which adds headers of its own, and knows no TRACE. Each request has a connection of
 * its own: one that is kept could be closed by the server in the moment in which it is used.
 */
export async function send(options: HttpRequest): Promise<HttpAnswer> {
  const { method, url, timeout } = options;
  const name = `${method} ${url.pathname}`;
  try {
    const response = await exchange(options);
    return {
      request: name,
      status: response.statusCode ?? 0,
      headers: response.headers,
      text: await readText(response),
    };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    // The messages of Node may quote the request, so only their codes are told.
    const why = code === 'ABORT_ERR' ? `there was no answer within ${timeout} ms` : code;
    throw new NoAnswer(`${name} failed: ${why}`, { cause: error });
  }
}

function exchange(options: HttpRequest): Promise<IncomingMessage> {
  const { method, url, headers, body, hold, timeout } = options;
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const outgoing = request(url, {
      method,
      headers: { ...headers, ...length },
      agent: false,
      signal: AbortSignal.timeout(timeout),
    });
    outgoing.on('response', resolve).on('error', reject);
    if (body === undefined || hold === undefined) {
      outgoing.end(body);
      return;
    }
    outgoing.write(body.slice(0, -1));
    const release = (): void => void outgoing.end(body.slice(-1));
    hold.then(release, release);
  });
}
