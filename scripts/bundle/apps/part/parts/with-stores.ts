import { Component } from '@angular/core';
import { withStores } from 'ng-session';

import { ownStore } from './own-store';

export const features = [withStores({ own: ownStore }, { use: 'own' })];

@Component({ selector: 'size-part', template: '' })
export class Page {}
