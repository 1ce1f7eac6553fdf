/** What the editors' page of the demo shows. */
export const DEMO_ARTICLES: readonly { readonly title: string; readonly body: string }[] = [
  {
    title: 'A session is not a token',
    body: 'The browser keeps a cookie that scripts cannot read; the server keeps everything else.',
  },
  {
    title: 'Roles are asked for, not remembered',
    body: 'A role that was taken away is gone at the next request, in every browser.',
  },
  {
    title: 'Signing out means signing out',
    body: 'A destroyed session stays destroyed, also for a request that was already on its way.',
  },
];
