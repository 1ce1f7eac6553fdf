import { createGzip } from 'node:zlib';

import type { RequestHandler } from 'express';

/** Compresses each answer as the package `compression` does: around `write` and `end`, beginning it by itself. */
export const compress: RequestHandler = (_request, response, next) => {
  const [write, end] = [response.write.bind(response), response.end.bind(response)];
  const gzip = createGzip();
  gzip.on('data', (chunk: Buffer) => void write(chunk));
  gzip.on('end', () => end());
  const begin = (): void => {
    if (response.headersSent) return;
    response.set('Content-Encoding', 'gzip').removeHeader('Content-Length');
    response.writeHead(response.statusCode);
  };
  response.write = (chunk: unknown) => {
    begin();
    return gzip.write(chunk);
  };
  response.end = ((chunk: unknown) => {
    begin();
    if (chunk === undefined) gzip.end();
    else gzip.end(chunk);
    return response;
  }) as typeof response.end;
  next();
};
