import { SessionData } from 'ng-session';

import type { CartShape } from './bench-api';

const carts = new Map<string, SessionData>();

/** Changes the count of so many entries of a cart of this size, one after another. */
export function putIntoCart(shape: CartShape, size: number, count: number): void {
  const data = cartOf(shape, size);
  for (let done = 0; done < count; done++) {
    // All over the cart, and as often in a small one.
    const index = (done * 7919) % size;
    data.put(['cart', keyOf(shape, index), 'count'], done);
  }
}

/** A cart is filled once: what is measured is a change of it. */
function cartOf(shape: CartShape, size: number): SessionData {
  const name = `${shape} ${size}`;
  let data = carts.get(name);
  if (!data) {
    data = new SessionData();
    const entries = Array.from({ length: size }, (_, index) => ({
      name: `Thing ${index}`,
      count: 1,
    }));
    data.put(
      'cart',
      shape === 'list'
        ? entries
        : Object.fromEntries(entries.map((entry, index) => [keyOf(shape, index), entry])),
    );
    carts.set(name, data);
  }
  return data;
}

function keyOf(shape: CartShape, index: number): string {
  return shape === 'list' ? String(index) : `thing-${index}`;
}
