import { Component } from '@angular/core';
import { webStorage, withStore } from 'ng-session';

export const features = [withStore(webStorage('local'))];

@Component({ selector: 'size-part', template: '' })
export class Page {}
