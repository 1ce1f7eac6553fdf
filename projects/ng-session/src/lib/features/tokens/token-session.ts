import { Injectable, type Signal, computed, inject } from '@angular/core';
import { type SessionResponse, SessionService } from '../../session/session-service';
import type { TokenClaims } from './decode-token';
import { GivenToken, NOT_TOLD } from './token-backend';
import { TokenRefresh } from './token-refresh';
import { TokenVault } from './token-vault';

/**
 * The token of the session, with `withTokens`.
 *
 * ```ts
 * readonly tokens = inject(TokenSession);
 * lock.on('authenticated', ({ idToken }) => this.tokens.authenticate(idToken));
 * ```
 */
@Injectable()
export class TokenSession {
  readonly #vault = inject(TokenVault);
  readonly #refresh = inject(TokenRefresh);
  readonly #session = inject(SessionService);

  /** The token, or `null`. */
  readonly token: Signal<string | null> = computed(() => this.#vault.lease()?.token ?? null);
  /** What it says; nobody but the server knows whether it is true. */
  readonly claims: Signal<TokenClaims | null> = computed(() => this.#vault.lease()?.claims ?? null);
  /** When it ends, by the clock of this device; `null` where it does not say so, or there is none. */
  readonly expiresAt: Signal<Date | null> = computed(() => {
    const { expiresAt = NaN } = this.#vault.lease() ?? {};
    const date = new Date(expiresAt);
    return isNaN(+date) ? null : date;
  });

  /** Whether there is no token, or one that has ended. */
  isExpired(): boolean {
    return this.#vault.isExpired();
  }

  /**
   * Signs in with a token from elsewhere, such as the login of a provider. As with `signIn`, the user
   * before is gone at once, and a failure leaves nobody signed in.
   * Rejects with a `SessionError` `invalid-token` for what is no JWT, or has expired.
   */
  authenticate(token: string): Promise<SessionResponse> {
    return this.#session.signIn(new GivenToken(token));
  }

  /**
   * Gets another token now, by `refresh` of `withTokens`, as is done by itself before the token ends; once for
   * all who ask, and for all tabs that share it. Gives whether there is another one: `false` where there is no
   * token, or no `refresh`, or where the session is over, which then ends here too.
   * Rejects where nobody can tell, because of the network; the user stays.
   *
   * ```ts
   * if (!(await this.tokens.refresh())) await this.router.navigateByUrl('/sign-in');
   * ```
   */
  async refresh(): Promise<boolean> {
    const { token } = this.#vault;
    if (token === null) return false;
    if (!(await this.#refresh.run())) await this.#refresh.end(token);
    return this.#vault.token !== null && this.#vault.token !== token;
  }

  /** Signs out without telling the server: the token, the user and the session data are gone at once. */
  async unauthenticate(): Promise<void> {
    await this.#session.signOut(NOT_TOLD);
  }
}
