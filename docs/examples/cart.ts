import { Component, computed, inject } from '@angular/core';
import { SessionService } from 'ng-session';

@Component({
  selector: 'shop-cart',
  template: '{{ count() }} items',
})
export class Cart {
  // #region cart
  readonly #session = inject(SessionService);

  protected readonly items = computed(() => this.#session.get('cart.items', []));
  protected readonly count = computed(() => this.items().length);

  add(id: number): void {
    this.#session.set('cart.items', [...this.items(), { id, quantity: 1 }]);
  }

  empty(): void {
    this.#session.del('cart');
  }
  // #endregion cart
}
