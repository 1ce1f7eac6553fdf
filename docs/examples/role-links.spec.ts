import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { SessionTestingController, provideNgSessionTesting } from 'ng-session/testing';

import { RoleLinks } from './role-links';

describe('RoleLinks', () => {
  it('waits, then shows what the roles allow', async () => {
    TestBed.configureTestingModule({
      providers: [provideRouter([]), provideNgSessionTesting({ status: 'loading' })],
    });
    const controller = TestBed.inject(SessionTestingController);
    const fixture = TestBed.createComponent(RoleLinks);
    const words = async () => {
      await fixture.whenStable();
      const text = (fixture.nativeElement as HTMLElement).textContent;
      return text
        .split(/\s{2,}/)
        .join(' ')
        .trim();
    };
    expect(await words()).toBe('One moment …');
    controller.signInAs({ id: 1, name: 'Eli', roles: ['editor'] });
    expect(await words()).toBe('ArticlesAsk an administrator for access.Publish');
    controller.signInAs({ id: 1, name: 'Eli', roles: ['admin', 'accounting'] });
    expect(await words()).toBe('AdminArticles…Publish');
  });
});
