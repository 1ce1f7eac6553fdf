import { HttpClient } from '@angular/common/http';
import { Component, inject } from '@angular/core';
import { SessionService } from 'ng-session';
import { firstValueFrom } from 'rxjs';

// #region account
@Component({
  selector: 'shop-account',
  template: `
    <h1>Your account</h1>
    <p>Signed in as {{ session.user('name') }}</p>
  `,
})
export class Account {
  protected readonly session = inject(SessionService);
  readonly #http = inject(HttpClient);

  // #region rename
  /** Saves the name, then shows what the server has made of it. */
  async rename(name: string): Promise<void> {
    await firstValueFrom(this.#http.patch('/api/users/me', { name }));
    await this.session.reload();
  }
  // #endregion rename
}
// #endregion account
