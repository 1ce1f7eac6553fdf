import type { IncomingHttpHeaders } from 'node:http';

import { listen } from './listen.ts';

export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
}

export interface Recorder {
  /**
   * The origin, on `localhost` as the API is.
   *
   * Cookies do not know of ports, so the API's would come here if anybody sent them along.
   */
  readonly url: string;
  /** Every request so far, the preflights too, in the order of their arrival. */
  readonly requests: readonly RecordedRequest[];
  clear(): void;
  stop(): Promise<void>;
}

/** Starts a server of a third origin that lets everybody ask for anything and keeps what they sent. */
export async function startRecorder(): Promise<Recorder> {
  const requests: RecordedRequest[] = [];
  const server = await listen((request, response) => {
    const { method = '', url = '', headers } = request;
    requests.push({ method, path: url, headers });
    response.writeHead(200, {
      // A wildcard would not do: with credentials the browser asks for exact names.
      'Access-Control-Allow-Origin': headers.origin ?? '*',
      'Access-Control-Allow-Credentials': 'true',
      'Access-Control-Allow-Headers': headers['access-control-request-headers'] ?? '*',
      'Access-Control-Allow-Methods': headers['access-control-request-method'] ?? '*',
      'Content-Type': 'application/json',
    });
    response.end('[]');
  });
  return { ...server, requests, clear: () => requests.splice(0) };
}
