import { Component } from '@angular/core';

@Component({
  selector: 'shop-forbidden',
  template: `
    <h1>Not for you</h1>
    <p>Your account has no access to this page.</p>
  `,
})
export class Forbidden {}
