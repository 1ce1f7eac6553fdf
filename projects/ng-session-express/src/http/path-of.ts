/** The path that was asked for; `request.path` is only what a router has left of it. */
export function pathOf({ originalUrl }: { readonly originalUrl: string }): string {
  return originalUrl.split('?', 1)[0] ?? '';
}
