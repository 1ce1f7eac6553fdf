import { Component, output } from '@angular/core';
import { MatButton } from '@angular/material/button';

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

const PASSWORD = 'demo-password';
const ACCOUNTS = [
  { name: 'Ada', email: 'ada@example.com', role: 'admin' },
  { name: 'Eli', email: 'eli@example.com', role: 'editor' },
  { name: 'Uma', email: 'uma@example.com', role: 'user' },
] as const;

/** The accounts that the demo's server knows; choosing one fills the form. */
@Component({
  selector: 'demo-accounts',
  imports: [MatButton],
  template: `
    <section aria-labelledby="accounts-heading">
      <h2 id="accounts-heading">Demo accounts</h2>
      <p>
        The password of all of them is <code>{{ password }}</code>
      </p>
      <ul>
        @for (account of accounts; track account.email) {
          <li>
            <span class="who">
              <strong>{{ account.name }}</strong>, {{ account.role }}
              <span class="email">{{ account.email }}</span>
            </span>
            <button
              matButton="outlined"
              type="button"
              [attr.aria-label]="'Fill in the account of ' + account.name"
              [attr.data-testid]="'account-' + account.name.toLowerCase()"
              (click)="chosen.emit({ email: account.email, password })"
            >
              Fill in
            </button>
          </li>
        }
      </ul>
    </section>
  `,
  styleUrl: './demo-accounts.scss',
})
export class DemoAccounts {
  readonly chosen = output<Credentials>();
  protected readonly accounts = ACCOUNTS;
  protected readonly password = PASSWORD;
}
