import { Component, inject } from '@angular/core';
import { FlashMessage, FlashMessages, InputError, type NgSessionFeature } from 'ng-session';

export const features: readonly NgSessionFeature[] = [];

@Component({
  selector: 'size-part',
  imports: [FlashMessage, InputError],
  template: `{{ flash.get('notification') }}
    <p *flashMessage="'notification'; let message">{{ message }}</p>
    <p *inputError="'title'; let messages">{{ messages }}</p>`,
})
export class Page {
  protected readonly flash = inject(FlashMessages);
}
