import { TestBed } from '@angular/core/testing';
import { SessionTestingController, provideNgSessionTesting } from 'ng-session/testing';

import { ADA } from './ada';
import { SessionNotices } from './session-notices';

describe('SessionNotices', () => {
  it('says that the session has ended, until somebody signs in', () => {
    TestBed.configureTestingModule({ providers: [provideNgSessionTesting({ user: ADA })] });
    const controller = TestBed.inject(SessionTestingController);
    const { message } = TestBed.inject(SessionNotices);
    controller.expire();
    expect(message()).toContain('has ended');
    controller.signInAs(ADA);
    expect(message()).toBe('');
  });
});
