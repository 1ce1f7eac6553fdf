import type { BrowserContext, Page } from 'playwright-core';

export type Place = 'url' | 'console' | 'error';

/** Something that a browser leaves where others can find it. */
export interface Trace {
  readonly place: Place;
  readonly text: string;
}

/** Records each URL, line of the console and error of the pages of a browser, from now on. */
export function recordTraces(context: BrowserContext): readonly Trace[] {
  const traces: Trace[] = [];
  const add = (place: Place, text: string): void => {
    traces.push({ place, text });
  };
  const follow = (page: Page): void => {
    page.on('framenavigated', (frame) => add('url', frame.url()));
  };
  context.pages().forEach(follow);
  context.on('page', follow);
  context.on('request', (request) => add('url', request.url()));
  context.on('console', (message) => add('console', message.text()));
  context.on('weberror', (error) => add('error', String(error.error().stack)));
  return traces;
}
