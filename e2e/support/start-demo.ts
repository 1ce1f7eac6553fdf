import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { listen } from './listen.ts';
import { serveDemo } from './serve-demo.ts';
import { startApi } from './start-api.ts';
import type { Api } from './start-api.ts';
import { startRecorder } from './start-recorder.ts';
import type { Recorder } from './start-recorder.ts';

export interface Demo {
  /** Where the demo is. */
  readonly url: string;
  readonly api: Api;
  /** A third origin, which the demo may talk to. */
  readonly recorder: Recorder;
  /** Ends all of it and removes the database. */
  stop(): Promise<void>;
}

export interface DemoOptions {
  /** Variables of the API, such as SESSION_AGE. */
  readonly apiEnv?: Readonly<Record<string, string>>;
  /** Paths of the API for which the demo asks the recorder instead. */
  readonly atRecorder?: readonly string[];
}

/** Starts the built demo, its API with a new database, and a recorder, each on a free port. */
export async function startDemo(options: DemoOptions = {}): Promise<Demo> {
  const { apiEnv = {}, atRecorder = [] } = options;
  const folder = mkdtempSync(join(tmpdir(), 'ng-session-e2e-'));
  const files = join(folder, 'demo');
  mkdirSync(files);

  // The API has to know the demo's origin and the demo the API's, so one of them comes in later.
  let serve: RequestListener = (_request, response) => response.writeHead(503).end();
  const web = await listen((request, response) => serve(request, response));
  const recorder = await startRecorder();
  const stopServers = async (): Promise<void> => {
    await Promise.all([web.stop(), recorder.stop()]);
  };
  try {
    const api = await startApi({ origins: [web.url], folder, env: apiEnv });
    serve = serveDemo({
      apiUrl: api.url,
      recorderUrl: recorder.url,
      atRecorder,
      folder: files,
    });
    return {
      url: web.url,
      api,
      recorder,
      stop: async () => {
        await Promise.all([stopServers(), api.stop()]);
        rmSync(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await stopServers();
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}
