import { TestBed } from '@angular/core/testing';
import { SessionTestingController, provideNgSessionTesting } from 'ng-session/testing';

import { ADA } from './ada';
import { SessionBanner } from './session-banner';

// #region failure
describe('SessionBanner', () => {
  it('shows while the server can not be reached, and tries again', async () => {
    TestBed.configureTestingModule({ providers: [provideNgSessionTesting({ user: ADA })] });
    const controller = TestBed.inject(SessionTestingController);
    const fixture = TestBed.createComponent(SessionBanner);
    const page = fixture.nativeElement as HTMLElement;

    controller.fail('network');
    await fixture.whenStable();
    expect(page.textContent).toContain('You may be offline');

    controller.recover();
    page.querySelector('button')?.click();
    await fixture.whenStable();
    expect(page.textContent).toBe('');
  });
});
// #endregion failure
