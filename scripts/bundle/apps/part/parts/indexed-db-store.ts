import { Component } from '@angular/core';
import { indexedDbStore, withStore } from 'ng-session';

export const features = [withStore(indexedDbStore())];

@Component({ selector: 'size-part', template: '' })
export class Page {}
