import { Component } from '@angular/core';

@Component({ selector: 'shop-admin', template: '<h1>Admin</h1>' })
export class Admin {}
