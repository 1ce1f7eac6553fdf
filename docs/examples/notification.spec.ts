import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { FlashMessages } from 'ng-session';
import { provideNgSessionTesting } from 'ng-session/testing';

import { Notification } from './notification';

// #region flash
describe('Notification', () => {
  it('shows what the page before has flashed', async () => {
    TestBed.configureTestingModule({
      providers: [
        provideRouter([{ path: '**', component: Notification }]),
        provideNgSessionTesting(),
      ],
    });
    const harness = await RouterTestingHarness.create('/editor');
    TestBed.inject(FlashMessages).flash('notification', { type: 'success', message: 'Saved.' });
    expect(harness.routeNativeElement?.textContent).not.toContain('Saved.');

    await harness.navigateByUrl('/articles');
    expect(harness.routeNativeElement?.textContent).toContain('Saved.');
  });
});
// #endregion flash
