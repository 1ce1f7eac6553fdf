import { Component } from '@angular/core';
import { cookieStore, withStore } from 'ng-session';

export const features = [withStore(cookieStore())];

@Component({ selector: 'size-part', template: '' })
export class Page {}
