import { Component } from '@angular/core';

@Component({ selector: 'shop-sales', template: '<h1>Reports</h1>' })
export class Reports {}
