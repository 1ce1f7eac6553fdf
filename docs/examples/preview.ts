import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { FlashMessages } from 'ng-session';

// #region preview
@Component({
  selector: 'shop-preview',
  imports: [RouterLink],
  template: `
    <h1>{{ flash.old('title', 'Untitled') }}</h1>
    <a routerLink="/article">Edit</a>
  `,
})
export class Preview {
  protected readonly flash = inject(FlashMessages);

  constructor() {
    // For one more page: the form, when somebody goes back to it.
    this.flash.reflash();
  }
}
// #endregion preview
