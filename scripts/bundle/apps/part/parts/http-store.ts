import { Component } from '@angular/core';
import { httpStore, withStore } from 'ng-session';

export const features = [withStore(httpStore())];

@Component({ selector: 'size-part', template: '' })
export class Page {}
