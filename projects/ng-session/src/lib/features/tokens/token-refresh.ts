import { DOCUMENT } from '@angular/common';
import { DestroyRef, Injectable, inject } from '@angular/core';
import { SESSION_CONFIG } from '../../config/resolve-config';
import { SessionError } from '../../config/session-error';
import { isTooSoon } from '../../session/retry-after';
import type { SessionEventSource } from '../../session/session-event';
import { SessionState } from '../../session/session-state';
import { alone } from '../page/alone';
import { injectTimeLimit } from '../page/time-limit';
import { AppCalls } from './app-calls';
import { isPassing } from './is-passing';
import { injectRefreshPause } from './refresh-pause';
import { TOKEN_OPTIONS, isShared } from './resolve-tokens';
import { TokenVault } from './token-vault';

declare const ngDevMode: boolean | undefined;

/** Milliseconds after a refusal for which nobody asks without a token either: it would be refused too. */
const SILENCE = 5000;
/** How many time-outs another tab may take for its turn. */
const PATIENCE = 1.2;

/** What is to be replaced, and the turn of the vault that tells whether this page has changed it since. */
interface AskedFor {
  readonly token: string | null;
  readonly turn: number;
}

/** Gets another token in place of the one that ends: once for all who ask, and one tab after another. */
@Injectable()
export class TokenRefresh {
  readonly #vault = inject(TokenVault);
  readonly #state = inject(SessionState);
  readonly #options = inject(TOKEN_OPTIONS);
  readonly #calls = inject(AppCalls);
  readonly #destroyRef = inject(DestroyRef);
  readonly #window = inject(DOCUMENT).defaultView;
  readonly #timeout = inject(SESSION_CONFIG).timeout;
  readonly #inTime = injectTimeLimit(this.#timeout, tooSlow);
  readonly #pause = injectRefreshPause();
  #running: Promise<boolean> | null = null;
  /** The turn of the vault in which that was begun. */
  #begunIn = 0;
  /** What the app was asked for: its answer can bring a cookie. */
  #asking: Promise<unknown> | null = null;
  /** The token that the server has refused to replace: it would refuse that again. */
  #refused: string | null = null;
  /** Until when nobody asks without a token, since the server knows of no session. */
  #silentUntil = 0;

  /** Whether the app can refresh at all. */
  readonly isPossible = !!this.#options.refresh;
  /** Whether it may be possible without a token: where a tab has none, the server can know of a session. */
  readonly isSilent = this.isPossible && !isShared(this.#options);
  /** Comes when what is under way has settled: at once where nothing is. */
  get settled(): Promise<unknown> | undefined {
    return this.#running?.catch(() => undefined);
  }
  /** Comes when the app has answered: at once where it was not asked, as this tab waits for its turn. */
  get answered(): Promise<unknown> | undefined {
    return this.#asking?.catch(() => undefined);
  }

  /**
   * Gives whether the session goes on, by a new token or because this one is no longer of interest. Rejects
   * where nobody can tell, because of the network.
   */
  run(source: SessionEventSource = 'server'): Promise<boolean> {
    if (this.#running && this.#begunIn !== this.#vault.turn) {
      // It was begun for the token of before, and does nothing for this one.
      const anew = () => this.run(source);
      return this.#running.then(anew, anew);
    }
    this.#running ??= this.#start(source).finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  /** Asks anew because of news from another tab, and ends the session where the server knows of none. */
  async again(): Promise<void> {
    // What is under way, or was answered just now, may be from before the news.
    await this.settled;
    this.#silentUntil = 0;
    this.#pause.end();
    this.#vault.hasNews = true;
    const { token } = this.#vault;
    // Without one the session asks by itself, if nobody has signed out here.
    if (token === null) return;
    if (!(await this.run('tab'))) await this.end(token, 'tab');
  }

  /**
   * Ends the session of this token, which could not be replaced, if nobody has done so before. All who wait for
   * the answer hear of it first: an interceptor may end the session too, and lead to the sign-in page.
   */
  async end(token: string | null, source: SessionEventSource = 'server'): Promise<void> {
    await Promise.resolve();
    if (token === null || token !== this.#vault.token) return;
    this.#state.end(source, 'unauthorized', new Date());
  }

  async #start(source: SessionEventSource): Promise<boolean> {
    const { token, turn } = this.#vault;
    this.#begunIn = turn;
    if (!this.isPossible || (token === null && !this.isSilent)) return true;
    if (token === null && isTooSoon(this.#silentUntil, Date.now())) return true;
    if (token !== null && token === this.#refused) return false;
    let goesOn = true;
    const work = async (): Promise<void> => {
      goesOn = await this.#replace({ token, turn }, source);
    };
    const locks: LockManager | undefined = this.#window?.navigator.locks;
    // Longer than the work of another tab can take, which has this limit too.
    await (locks ? alone(locks, this.#options.name, work, PATIENCE * this.#timeout) : work());
    return goesOn;
  }

  async #replace(asked: AskedFor, source: SessionEventSource): Promise<boolean> {
    await this.#vault.look();
    // Another tab may have done it. A sign-in that comes from here on waits for the answer.
    if (!this.#isStill(asked)) return true;
    const { token } = asked;
    this.#pause.check();
    const fresh = await this.ask(token);
    await this.#vault.look();
    // Signed out meanwhile, or in as somebody else: what comes too late brings nobody back.
    if (!this.#isStill(asked) || this.#destroyRef.destroyed) return true;
    const isOver = this.#vault.isExpired();
    if (fresh !== null && fresh === token && !isOver) throw this.#mayPass(sameAgain());
    this.#pause.end();
    if (fresh !== null && fresh !== token && (await this.#isTaken(fresh, source))) return true;
    if (token === null) return true;
    this.#refused = token;
    this.#silentUntil = Date.now() + SILENCE;
    if (isOver) this.#vault.tell({ type: 'tokenHasExpired', source: 'local' });
    return false;
  }

  /** Whether it is still this token that counts. */
  #isStill({ token, turn }: AskedFor): boolean {
    return this.#vault.token === token && this.#vault.turn === turn;
  }

  /** The new token, which nobody has taken; `null` where the app says that the session is over. */
  async ask(token: string | null): Promise<string | null> {
    try {
      const answer = this.#inTime(this.#calls.run(async () => this.#options.refresh?.(token)));
      this.#asking = answer;
      return (await answer) ?? null;
    } catch (error) {
      if (isPassing(error)) throw this.#mayPass(error);
      return null;
    } finally {
      this.#asking = null;
    }
  }

  /** Has everybody wait for a while before it is tried again. */
  #mayPass<T>(failure: T): T {
    // That an application ends says nothing of the server.
    if (!this.#destroyRef.destroyed) this.#pause.begin(failure);
    return failure;
  }

  async #isTaken(fresh: string, source: SessionEventSource): Promise<boolean> {
    try {
      await this.#vault.take(fresh, true, source);
    } catch {
      // No token: the app did not get one.
      return false;
    }
    this.#vault.tell({ type: 'tokenRefreshed', source: 'local' });
    return true;
  }
}

function tooSlow(): SessionError {
  return new SessionError(
    'timeout',
    ngDevMode &&
      '`refresh` did not answer within `timeout`. If it waits for something before it sends its ' +
        'request, mark that request: context: new HttpContext().set(SKIP_TOKEN, true).',
  );
}

function sameAgain(): SessionError {
  return new SessionError(
    'network',
    ngDevMode && '`refresh` gave the token that it was to replace; it is tried again.',
  );
}
