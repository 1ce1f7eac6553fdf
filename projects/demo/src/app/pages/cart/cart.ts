import { CurrencyPipe } from '@angular/common';
import { Component, inject } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatCard, MatCardActions, MatCardContent } from '@angular/material/card';

import { Cart } from '../../cart/cart';
import { PRODUCTS } from '../../cart/products';
import { Icon } from '../../icons/icon';
import { EmptyState } from '../../layout/empty-state';

/** A small shop, to fill a cart with. */
@Component({
  selector: 'demo-cart',
  imports: [
    CurrencyPipe,
    EmptyState,
    Icon,
    MatButton,
    MatCard,
    MatCardActions,
    MatCardContent,
    MatIconButton,
  ],
  templateUrl: './cart.html',
  styleUrl: './cart.scss',
})
export class CartPage {
  protected readonly cart = inject(Cart);
  protected readonly products = PRODUCTS;
}
