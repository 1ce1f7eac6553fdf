import { HttpClient, httpResource } from '@angular/common/http';
import { Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatCheckbox, type MatCheckboxChange } from '@angular/material/checkbox';
import { MatProgressBar } from '@angular/material/progress-bar';
import { Router } from '@angular/router';
import { SessionService } from 'ng-session';
import { firstValueFrom } from 'rxjs';

import { EmptyState } from '../../layout/empty-state';
import { describeError } from '../../server/describe-error';
import { ROLES, type Role, type UserAccount } from './user-account';

const USERS_URL = `${DEMO_API_URL}/api/users`;

/** Gives and takes roles; whoever is concerned feels it at their next request. */
@Component({
  selector: 'demo-admin',
  imports: [EmptyState, MatButton, MatCheckbox, MatProgressBar],
  templateUrl: './admin.html',
  styleUrl: './admin.scss',
})
export class Admin {
  readonly #http = inject(HttpClient);
  readonly #router = inject(Router);
  readonly #session = inject(SessionService);

  protected readonly users = httpResource<readonly UserAccount[]>(() => ({
    url: USERS_URL,
  }));
  protected readonly roles = ROLES;
  protected readonly outcome = signal('');
  protected readonly error = signal('');
  protected readonly describe = describeError;

  protected async change(user: UserAccount, role: Role, { source, checked }: MatCheckboxChange) {
    this.outcome.set('');
    this.error.set('');
    const roles = checked ? [...user.roles, role] : user.roles.filter((one) => one !== role);
    // At once: whoever clicks again before the answer adds to this change.
    this.#show({ ...user, roles });
    try {
      await firstValueFrom(this.#http.put(`${USERS_URL}/${user.id}/roles`, { roles }));
      this.outcome.set(`${user.name} ${checked ? 'now has' : 'no longer has'} the role ${role}.`);
    } catch (error) {
      source.checked = !checked;
      this.#show(user);
      this.error.set(describeError(error));
      return;
    }
    await this.#refresh(user);
  }

  #show(changed: UserAccount): void {
    this.users.update((users) => users?.map((user) => (user.id === changed.id ? changed : user)));
  }

  async #refresh(user: UserAccount): Promise<void> {
    if (user.id === this.#session.user('id')) await this.#session.reload();
    if (this.#session.hasRole('admin')) this.users.reload();
    else await this.#router.navigateByUrl('/');
  }
}
