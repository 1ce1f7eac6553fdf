import { Component } from '@angular/core';

import { readSessionSettings } from '../../session/session-settings';
import { RoleExamples } from './role-examples';
import { SessionState } from './session-state';

@Component({
  selector: 'demo-home',
  imports: [RoleExamples, SessionState],
  template: `
    <h1 tabindex="-1">What the session knows</h1>
    <p class="lead">
      {{
        isByToken
          ? 'A token says who is signed in.'
          : 'The server keeps the session in a cookie that no script can read.'
      }}
      This is what the app knows of it, live: sign in, open another tab, change a role in another
      browser, or stop the server, and watch.
    </p>
    <div class="columns">
      <demo-session-state />
      <demo-role-examples />
    </div>
  `,
  styles: `
    .columns {
      display: grid;
      gap: 1.5rem;
      align-items: start;
    }

    @media (min-width: 60rem) {
      .columns {
        grid-template-columns: 3fr 2fr;
      }
    }
  `,
})
export class Home {
  protected readonly isByToken = readSessionSettings().use === 'token';
}
