import { Component } from '@angular/core';
import { withTabSync } from 'ng-session';

export const features = [withTabSync()];

@Component({ selector: 'size-part', template: '' })
export class Page {}
