import { Component } from '@angular/core';
import { withStore } from 'ng-session';

import { ownStore } from './own-store';

export const features = [withStore(ownStore)];

@Component({ selector: 'size-part', template: '' })
export class Page {}
