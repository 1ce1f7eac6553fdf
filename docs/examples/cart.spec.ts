import { TestBed } from '@angular/core/testing';
import { provideNgSessionTesting, SessionTestingController } from 'ng-session/testing';

import { ADA } from './ada';
import { Cart } from './cart';

describe('Cart', () => {
  it('keeps its items until the sign-out', async () => {
    const items = [{ id: 7, quantity: 2 }];
    TestBed.configureTestingModule({
      providers: [provideNgSessionTesting({ user: ADA, data: { cart: { items } } })],
    });
    const fixture = TestBed.createComponent(Cart);
    const count = async () => {
      await fixture.whenStable();
      return (fixture.nativeElement as HTMLElement).textContent;
    };
    expect(await count()).toBe('1 items');
    fixture.componentInstance.add(8);
    expect(await count()).toBe('2 items');
    fixture.componentInstance.empty();
    expect(await count()).toBe('0 items');
    fixture.componentInstance.add(9);
    TestBed.inject(SessionTestingController).signOut();
    expect(await count()).toBe('0 items');
  });
});
