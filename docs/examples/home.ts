import { Component } from '@angular/core';

@Component({ selector: 'shop-home', template: '<h1>Shop</h1>' })
export class Home {}
