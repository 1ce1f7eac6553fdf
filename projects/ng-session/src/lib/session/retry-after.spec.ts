import { HttpErrorResponse, HttpHeaders } from '@angular/common/http';
import fc from 'fast-check';
import { ADA, failWith, rejectionOf, setUp } from '../../../spec/set-up';
import { LONGEST_WAIT, retryAfter } from './retry-after';

describe('Retry-After', () => {
  const now = Date.UTC(2030, 0, 1);
  const asked = (header?: string) =>
    new HttpErrorResponse({
      status: 429,
      headers: new HttpHeaders(header === undefined ? {} : { 'Retry-After': header }),
    });

  const rows: readonly [header: string | undefined, random: number, wait: number][] = [
    [undefined, 0, 0],
    ['', 0, 0],
    ['0', 0, 0],
    ['-5', 0, 0],
    ['soon', 0, 0],
    ['2', 0, 2000],
    ['2', 1, 2200],
    ['1.5', 0, 1500],
    ['100000', 0, LONGEST_WAIT],
    ['Infinity', 1, LONGEST_WAIT],
    ['Tue, 01 Jan 2030 00:00:30 GMT', 0, 30_000],
    ['Tue, 01 Jan 2030 00:00:30 GMT', 0.5, 31_500],
    ['Mon, 31 Dec 2029 23:00:00 GMT', 0, 0],
    ['Sat, 01 Jan 2050 00:00:00 GMT', 0, LONGEST_WAIT],
  ];
  for (const [header, random, wait] of rows) {
    it(`of ${String(header)} with jitter ${random} waits ${wait} ms`, () => {
      expect(retryAfter(asked(header), now, random)).toBeCloseTo(wait, 5);
    });
  }

  it('waits never longer than five minutes, and never a negative time, whatever it says', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.double().map(String)), (header) => {
        const printable = header.replace(/[^\x20-\x7e]/g, '');
        const wait = retryAfter(asked(printable), now);
        return wait >= 0 && wait <= LONGEST_WAIT;
      }),
    );
  });

  describe('of a session request', () => {
    beforeEach(() => {
      jasmine.clock().install().mockDate(new Date(now));
    });
    afterEach(() => {
      jasmine.clock().uninstall();
    });

    const refuse = async ({ session, get }: ReturnType<typeof setUp>, seconds: string) => {
      const resolved = session.resolve();
      get().flush(null, {
        status: 429,
        statusText: 'Too Many Requests',
        headers: { 'Retry-After': seconds },
      });
      await resolved;
    };
    const at = (milliseconds: number) => {
      jasmine.clock().mockDate(new Date(now + milliseconds));
    };

    it('keeps navigations from asking until then, and not longer', async () => {
      const harness = setUp();
      const { session, get, sent, startAs } = harness;
      await startAs(ADA);
      await refuse(harness, '30');
      at(29_999);
      await session.resolve();
      expect(sent('GET').length).toBe(0);
      expect(session.user()).toEqual(ADA);
      expect(session.stale()).toBeTrue();
      at(33_001);
      const resolved = session.resolve();
      get().flush(ADA);
      await resolved;
      expect(session.stale()).toBeFalse();
    });

    it('does not keep the app from asking by itself, and is over with an answer', async () => {
      const harness = setUp();
      const { session, get } = harness;
      await refuse(harness, '30');
      const updated = session.update();
      get().flush(ADA);
      await updated;
      const resolved = session.resolve();
      get().flush(ADA);
      await resolved;
    });

    it('does not outlast a clock that was set back', async () => {
      const harness = setUp();
      await refuse(harness, '30');
      at(-3_600_000);
      const resolved = harness.session.resolve();
      harness.get().flush(ADA);
      await resolved;
    });

    it('counts for 429 and 503 alike, and for nothing without the header', async () => {
      const { session, get } = setUp();
      for (const status of [429, 503]) {
        const updated = session.update();
        failWith(get(), status);
        await rejectionOf(updated);
      }
      const resolved = session.resolve();
      get().flush(ADA);
      await resolved;
    });
  });
});
