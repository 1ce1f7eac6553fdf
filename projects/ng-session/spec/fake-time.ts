/** Time that passes when a spec says so. Not for what waits for a lock, which has a time of its own. */
export function useFakeTime(): void {
  beforeEach(() => {
    jasmine
      .clock()
      .install()
      .mockDate(new Date(2030, 0, 1));
  });
  afterEach(() => {
    jasmine.clock().uninstall();
  });
}

/** Lets promises and effects happen, while the clock stands still. */
export async function settle(): Promise<void> {
  for (let count = 0; count < 20; count++) {
    jasmine.clock().tick(0);
    await Promise.resolve();
  }
  jasmine.clock().tick(1);
  await Promise.resolve();
}

/** Lets time pass, and what is due by then happen. */
export async function pass(milliseconds: number): Promise<void> {
  jasmine.clock().tick(milliseconds);
  await settle();
}

/** The same, where what is due leads to what is due later. */
export async function passInSteps(milliseconds: number, step = 1000): Promise<void> {
  for (let passed = 0; passed < milliseconds; passed += step) await pass(step);
}

/** Has the machine sleep: the clock goes on, timers do not. */
export function sleep(milliseconds: number): void {
  jasmine.clock().mockDate(new Date(Date.now() + milliseconds));
}
