import { Component, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { TokenSession } from 'ng-session';

/** What the login widget of a provider looks like to an app. */
export interface LoginWidget {
  on(event: 'authenticated', listener: (result: { idToken: string }) => void): void;
  show(): void;
}

// #region widget
@Component({
  selector: 'shop-provider-sign-in',
  template: `<button type="button" (click)="show()">Sign in with your provider</button>`,
})
export class ProviderSignIn {
  readonly widget = input.required<LoginWidget>();
  readonly #tokens = inject(TokenSession);
  readonly #router = inject(Router);

  protected show(): void {
    this.widget().on('authenticated', ({ idToken }) => void this.#enter(idToken));
    this.widget().show();
  }

  async #enter(token: string): Promise<void> {
    await this.#tokens.authenticate(token);
    await this.#router.navigateByUrl('/account');
  }
}
// #endregion widget
