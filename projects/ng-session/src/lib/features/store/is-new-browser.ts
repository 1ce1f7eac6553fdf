/** A cookie without an age is the one thing that a browser forgets when it is closed, and not before. */
const VALUE = 'open';

/** Whether the browser was closed since this was last asked, as far as its cookies tell. */
export function isNewBrowser(document: Document, name: string): boolean {
  const mark = `${name}-browser=${VALUE}`;
  const secure = document.location.protocol === 'https:' ? '; Secure' : '';
  try {
    const isNew = !document.cookie.split('; ').includes(mark);
    document.cookie = `${mark}; Path=/; SameSite=Lax${secure}`;
    return isNew;
  } catch {
    // Without cookies nobody can tell: better to lose data than to keep it for too long.
    return true;
  }
}
