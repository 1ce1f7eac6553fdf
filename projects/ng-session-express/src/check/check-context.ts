import { isDeepStrictEqual } from 'node:util';

import type { JsonObject } from '../json.ts';
import type { CheckTarget } from './check-target.ts';
import { AppBrowser } from './http/app-browser.ts';
import type { Watch } from './http/app-browser.ts';
import { isUser, jsonOf } from './http/answers.ts';
import type { KeptCookie } from './http/cookie-jar.ts';
import type { HttpAnswer } from './http/send.ts';
import { sessionCookies } from './http/session-cookies.ts';
import type { Results } from './results.ts';

/** What the groups of rules work with. */
export class CheckContext {
  readonly target: CheckTarget;
  readonly results: Results;
  /** Whether the backend offers session data. */
  hasData = false;
  /** The browser that is signed in, for the groups after the sign-in; null while there is none. */
  signedIn: AppBrowser | null = null;
  /** What the first question after the sign-in was answered with. */
  firstUser: unknown = null;
  /** Another browser that is signed in, for what ends a session. */
  spare: AppBrowser | null = null;
  readonly #watch: Watch;
  /** What somebody without a session is answered. */
  #nobody: unknown;

  constructor(target: CheckTarget, results: Results, watch: Watch) {
    this.target = target;
    this.results = results;
    this.#watch = watch;
  }

  /** A browser without cookies that has loaded the app: the session was asked for. */
  async openApp(): Promise<AppBrowser> {
    const browser = new AppBrowser(this.target, this.#watch);
    this.#nobody = jsonOf(await browser.send('GET', this.target.session));
    return browser;
  }

  signIn(browser: AppBrowser, account: JsonObject): Promise<HttpAnswer> {
    return browser.send('POST', this.target.signIn, { json: account });
  }

  /** Whether the server knows the cookies of this browser as those of a user. */
  async isSignedIn(browser: AppBrowser): Promise<boolean> {
    const answer = await browser.copy().send('GET', this.target.session);
    // A backend may answer nobody with a 200: that is one fault, and not all of those that follow.
    return isUser(answer) && !isDeepStrictEqual(jsonOf(answer), this.#nobody);
  }

  /** The cookies that make the session of somebody who is signed in. */
  cookiesOf(browser: AppBrowser): Promise<readonly KeptCookie[]> {
    return sessionCookies(browser, (other) => this.isSignedIn(other));
  }
}
