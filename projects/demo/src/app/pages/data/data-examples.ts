/** Values to begin with, and two that are refused. */
export const DATA_EXAMPLES = [
  { label: 'A number', path: 'visits', value: '1' },
  { label: 'A cart', path: 'cart', value: '{ "tea": 2, "cup": 1 }' },
  { label: 'Inside the cart', path: 'cart.tea', value: '3' },
  { label: 'The name shown', path: 'user.name', value: '"Somebody"' },
  { label: 'An unsafe path', path: '__proto__.admin', value: 'true' },
  { label: 'A far index', path: 'seen.4294967294', value: '{}' },
] as const;
