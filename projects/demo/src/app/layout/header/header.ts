import { Component, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { HasRole } from 'ng-session';

import { Cart } from '../../cart/cart';
import { ThemeButton } from '../../theme/theme-button';
import { NavigationProgress } from '../navigation-progress';
import { UserMenu } from '../user-menu/user-menu';

@Component({
  selector: 'demo-header',
  imports: [HasRole, NavigationProgress, RouterLink, RouterLinkActive, ThemeButton, UserMenu],
  templateUrl: './header.html',
  styleUrl: './header.scss',
})
export class Header {
  protected readonly cart = inject(Cart);
}
