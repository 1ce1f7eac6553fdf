import { Component } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';

@Component({
  selector: 'demo-not-found',
  imports: [MatButton, RouterLink],
  template: `
    <h1 tabindex="-1">There is no such page</h1>
    <p class="lead" data-testid="not-found">The address may be old, or mistyped.</p>
    <a matButton="filled" routerLink="/" data-testid="go-home">Back to the session</a>
  `,
})
export class NotFound {}
