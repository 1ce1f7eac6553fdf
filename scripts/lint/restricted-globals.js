const PAGE = [
  'document',
  'localStorage',
  'location',
  'navigator',
  'self',
  'sessionStorage',
  'window',
];
const ON_THE_SERVER =
  'A server has none: inject it, through DOCUMENT for what belongs to the page.';
const TIMER = 'It would outlive the injector: use a timer that ends with it.';

/** What the library may not take from the surroundings, as `no-restricted-globals` has it. */
export const restrictedGlobals = [
  'error',
  {
    globals: [
      ...PAGE.map((name) => ({ name, message: ON_THE_SERVER })),
      ...['setInterval', 'setTimeout'].map((name) => ({ name, message: TIMER })),
    ],
    checkGlobalObject: true,
  },
];
