import { CONFIG_EXAMPLES } from './config-examples';

describe('the examples of the configuration', () => {
  it('start: a wrong value would have thrown', () => {
    expect(CONFIG_EXAMPLES.length).toBeGreaterThan(0);
  });
});
