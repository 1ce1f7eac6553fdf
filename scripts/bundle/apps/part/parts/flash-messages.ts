import { Component, inject } from '@angular/core';
import { FlashMessages, type NgSessionFeature } from 'ng-session';

export const features: readonly NgSessionFeature[] = [];

@Component({ selector: 'size-part', template: '{{ flash.get("notification") }}' })
export class Page {
  protected readonly flash = inject(FlashMessages);
}
