import { HttpErrorResponse } from '@angular/common/http';

import { signInMessage } from './sign-in-message';

describe('signInMessage', () => {
  for (const [status, words] of [
    [401, 'wrong'],
    [422, 'Enter'],
    [429, 'Too many'],
    [0, 'online'],
    [500, 'Something'],
  ] as const) {
    it(`says "${words}" for ${status}`, () => {
      expect(signInMessage(new HttpErrorResponse({ status }))).toContain(words);
    });
  }

  it('knows nothing of other errors', () => {
    expect(signInMessage(new Error('401'))).toContain('Something');
  });
});
