import { Service, type Signal, computed, inject } from '@angular/core';
import { SessionData } from 'ng-session';

import { PRODUCTS, type Product } from './products';

/** A product in the cart. */
export interface CartLine {
  readonly product: Product;
  readonly quantity: number;
}

/**
 * What somebody wants to buy, in the session data: it survives a reload and the sign-in, and ends with
 * the sign-out.
 *
 * It is an object with a number for each product, not a list: two tabs that put different things in
 * at the same time both have their way then.
 */
@Service()
export class Cart {
  readonly #data = inject(SessionData);

  readonly lines: Signal<readonly CartLine[]> = computed(() =>
    PRODUCTS.map((product) => ({ product, quantity: this.quantityOf(product) })).filter(
      ({ quantity }) => quantity > 0,
    ),
  );
  readonly count = computed(() => this.lines().reduce((sum, { quantity }) => sum + quantity, 0));
  /** In cents. */
  readonly total = computed(() =>
    this.lines().reduce((sum, { product, quantity }) => sum + product.price * quantity, 0),
  );

  /** Reactive. What is kept may be anything: the page "Session data" lets everybody put it there. */
  quantityOf({ key }: Product): number {
    const kept: unknown = this.#data.get(['cart', key]);
    return Number.isSafeInteger(kept) ? Math.max(kept as number, 0) : 0;
  }

  add({ key }: Product): void {
    this.#data.increment(['cart', key]);
  }

  /** Takes one out; the last one leaves nothing of the product behind. */
  takeOne(product: Product): void {
    if (this.quantityOf(product) > 1) this.#data.decrement(['cart', product.key]);
    else this.remove(product);
  }

  remove({ key }: Product): void {
    this.#data.forget(['cart', key]);
    if (this.lines().length === 0) this.empty();
  }

  empty(): void {
    this.#data.forget('cart');
  }
}
