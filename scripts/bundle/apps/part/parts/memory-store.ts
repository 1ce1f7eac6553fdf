import { Component } from '@angular/core';
import { memoryStore, withStore } from 'ng-session';

export const features = [withStore(memoryStore())];

@Component({ selector: 'size-part', template: '' })
export class Page {}
