import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';

import type { Router } from 'express';
import { TestBrowser } from 'ng-session-express/testing';

import type { Config } from '../config/config.ts';
import { readConfig } from '../config/read-config.ts';
import { startServer } from '../start-server.ts';
import type { RunningServer } from '../start-server.ts';
import { TestPasswords } from './test-passwords.ts';
import { TokenBrowser } from './token-browser.ts';

export class TestApi {
  readonly config: Config;
  readonly passwords = new TestPasswords();
  readonly log: string[] = [];
  #server: RunningServer | undefined;

  constructor(config: Config) {
    this.config = config;
  }

  get url(): string {
    return this.#running.url;
  }

  get routes(): Router {
    return this.#running.app.routes;
  }

  browser(): TestBrowser {
    return new TestBrowser({ url: this.url });
  }

  tokenBrowser(): TokenBrowser {
    return new TokenBrowser({ url: this.url });
  }

  async start(): Promise<void> {
    const log = (line: string): void => void this.log.push(line);
    this.#server = await startServer(this.config, { passwords: this.passwords, log });
  }

  async stop(): Promise<void> {
    await this.#server?.stop();
    this.#server = undefined;
  }

  get #running(): RunningServer {
    if (this.#server === undefined) throw new Error('The API of the test is not running.');
    return this.#server;
  }
}

/** Starts an API of its own for a test, on a free port and with a new database file. */
export async function startTestApi(
  context: TestContext,
  overrides: Partial<Config> = {},
): Promise<TestApi> {
  const folder = mkdtempSync(join(tmpdir(), 'demo-api-'));
  const config = readConfig({ PORT: '0', DATABASE_FILE: join(folder, 'test.sqlite') });
  const api = new TestApi({ ...config, ...overrides });
  context.after(async () => {
    await api.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  await api.start();
  return api;
}
