import { DOCUMENT } from '@angular/common';
import type { HttpErrorResponse, HttpResponse } from '@angular/common/http';
import { DestroyRef, inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { type Observable, finalize, firstValueFrom } from 'rxjs';
import { HttpSessionBackend } from '../backend/http-session-backend';
import { MutationQueue } from '../backend/mutation-queue';
import { isPlainObject } from '../config/is-plain-object';
import { originOf } from '../config/origin-of';
import { SESSION_CONFIG, joinUrl } from '../config/resolve-config';
import { SessionError } from '../config/session-error';
import { randomId } from '../config/random-id';
import { injectIsLeaving } from './is-leaving';
import type { SessionStoreFactory, StoredData } from './session-store';
import { injectTabChannel } from './tab-channel';

declare const ngDevMode: boolean | undefined;

/** In bytes: a browser refuses more in requests that outlive their page; without that, they may arrive. */
const MOST_KEPT_ALIVE = 65_536;

/** Where on the server the data is. */
export interface HttpStoreOptions {
  /** Read with GET, replaced with PUT, under `baseUrl`. Default: `/api/session/data`. */
  readonly url?: string;
}

/**
 * Keeps session data on the server, in the session of its cookie: after a restart, on every tab, and
 * where the server can work with it. The server answers GET with a JSON object, and 401 or 404 for
 * none; PUT replaces it, by `{}` at its end. `age` is for the server to hold.
 *
 * ```ts
 * provideNgSession({ baseUrl: 'https://api.example.com' }, withStore(httpStore()));
 * ```
 *
 * The id of that session stays the server's: `sessionId` is then a name for this page only.
 */
export function httpStore({
  url = '/api/session/data',
}: HttpStoreOptions = {}): SessionStoreFactory {
  return ({ name }) => {
    const backend = inject(HttpSessionBackend);
    const queue = inject(MutationQueue);
    const destroyRef = inject(DestroyRef);
    const target = wholeUrl(url);
    const tabs = injectTabChannel(`${name}:http:${target}`);
    const isLeaving = injectIsLeaving();
    let current = randomId();
    let sending = 0;

    const answer = (request: Observable<HttpResponse<unknown>>) =>
      firstValueFrom(request.pipe(takeUntilDestroyed(destroyRef)));
    const put = async (data: StoredData): Promise<void> => {
      const send = () => {
        sending++;
        // Always: a page that goes takes along what is under way without it.
        const keepalive = size(data) <= MOST_KEPT_ALIVE;
        return backend.request('PUT', target, data, { keepalive }).pipe(
          finalize(() => {
            sending--;
          }),
        );
      };
      // One after another with sign-in and sign-out: the answer to a request with the cookie of before
      // could take the place of the cookie that they bring. Only the last word of a page does not wait
      // for one of its own.
      await answer(isLeaving() && sending > 0 ? send() : queue.enqueue(send));
      tabs.tell();
    };

    return {
      reach: 'server',
      id: () => current,
      read: async () => {
        try {
          const { body } = await answer(
            queue.whenIdle(() => backend.request('GET', target, undefined, {})),
          );
          return toData(body);
        } catch (error) {
          // A page that goes takes its requests along: that says nothing of what is stored.
          if (isLeaving()) return new Promise<never>(() => undefined);
          const { status } = error as HttpErrorResponse;
          if (status === 401 || status === 404) return null;
          throw error;
        }
      },
      write: (id, data) => {
        current = id;
        return put(data);
      },
      destroy: async (id) => {
        if (id === current) await put({});
      },
      // The server does that itself, with every request of the session.
      touch: () => undefined,
      watch: (changed) => tabs.watch(changed),
    };
  };
}

/** In bytes, as it is sent. */
function size(data: StoredData): number {
  return new TextEncoder().encode(JSON.stringify(data)).length;
}

function wholeUrl(url: string): string {
  const whole = joinUrl(inject(SESSION_CONFIG).baseUrl, url);
  if (originOf(whole, inject(DOCUMENT).baseURI) !== null) return whole;
  throw new SessionError(
    'invalid-config',
    ngDevMode && 'the url of httpStore must be a path or an http(s) URL without user info.',
  );
}

function toData(body: unknown): StoredData | null {
  if (isPlainObject(body)) return Object.keys(body).length ? body : null;
  if ((body ?? null) === null) return null;
  throw new SessionError(
    'store',
    ngDevMode && 'the server answered with something that is no session data (a JSON object).',
  );
}
