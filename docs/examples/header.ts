import { Component, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { HasRole, SessionService } from 'ng-session';

// #region header
@Component({
  selector: 'shop-header',
  imports: [HasRole, RouterLink],
  template: `
    @if (session.user(); as user) {
      Hello {{ user.name }}
      <button type="button" (click)="signOut()">Sign out</button>
    } @else if (session.status() === 'unauthenticated') {
      <a routerLink="/sign-in">Sign in</a>
    }
    <a *hasRole="'admin'" routerLink="/admin">Admin</a>
  `,
})
export class Header {
  protected readonly session = inject(SessionService);
  readonly #router = inject(Router);

  protected async signOut(): Promise<void> {
    // The user is gone at once. A server that could not be told is told before the next read.
    await this.session.signOut().catch(() => undefined);
    await this.#router.navigateByUrl('/');
  }
}
// #endregion header
