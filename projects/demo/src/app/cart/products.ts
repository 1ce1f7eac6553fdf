export interface Product {
  /** Its key in the cart. */
  readonly key: string;
  readonly name: string;
  readonly description: string;
  /** In cents: sums of whole numbers are exact. */
  readonly price: number;
}

/** What the shop of the demo has. */
export const PRODUCTS: readonly Product[] = [
  {
    key: 'tea',
    name: 'Green tea',
    description: 'Loose leaves, enough for a week of late reviews.',
    price: 850,
  },
  {
    key: 'cup',
    name: 'Cup',
    description: 'Holds what the pot gave. Dishwasher-safe, unlike the keyboard.',
    price: 1290,
  },
  {
    key: 'pot',
    name: 'Teapot',
    description: 'Answers with 418 to anything but tea.',
    price: 3450,
  },
  {
    key: 'book',
    name: 'Book of sessions',
    description: 'How to remember people without writing down who they are.',
    price: 2400,
  },
];
