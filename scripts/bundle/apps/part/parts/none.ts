import { Component } from '@angular/core';
import { type NgSessionFeature } from 'ng-session';

export const features: readonly NgSessionFeature[] = [];

@Component({ selector: 'size-part', template: '' })
export class Page {}
