/** A source without what a formatter decides: white space and trailing commas. */
export function squash(source: string): string {
  return source.replace(/\s+/g, '').replace(/,(?=[)\]}])/g, '');
}
