import type { Request, Response, Router } from 'express';

import type { TestAnswer, TestBrowser } from './test-browser.ts';

/** A request that the server works on, until it may end. */
export interface SlowRequest {
  end(): Promise<TestAnswer>;
}

export interface SlowRoute {
  /** Begins a request of a browser, with its cookies of now; resolves when the server works on it. */
  begin(browser: TestBrowser): Promise<SlowRequest>;
}

export interface SlowWork {
  /** What it does before it answers, when it may end. */
  readonly work?: (request: Request, response: Response) => unknown;
  /** Whether the first part of its answer is sent before it waits. */
  readonly isStreamed?: boolean;
  readonly path?: string;
}

/** Adds a route that has read its session, and then waits for the test. */
export function addSlowRoute(
  routes: Router,
  { work = () => undefined, isStreamed = false, path = '/slow' }: SlowWork = {},
): SlowRoute {
  const waiting: { started: () => void; release: Promise<void> }[] = [];
  routes.get(path, async (request, response) => {
    if (isStreamed) response.write('first ');
    const turn = waiting.shift();
    turn?.started();
    await turn?.release;
    await work(request, response);
    response.end('last');
  });
  return {
    begin: async (browser) => {
      const started = Promise.withResolvers<void>();
      const release = Promise.withResolvers<void>();
      waiting.push({ started: started.resolve, release: release.promise });
      const answer = browser.send('GET', path);
      // Where a test has failed meanwhile, nobody waits for it any more.
      answer.catch(() => undefined);
      await started.promise;
      return { end: () => (release.resolve(), answer) };
    },
  };
}
