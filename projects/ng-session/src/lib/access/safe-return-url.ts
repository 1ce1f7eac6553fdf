/**
 * The path within the app that a `returnUrl` asks for, or `/` for one that leads, or could be
 * mistaken by a browser, a proxy or a server to lead, anywhere else.
 */
export function safeReturnUrl(url: unknown): string {
  if (typeof url !== 'string') return '/';
  try {
    // What hides behind percent signs counts as well.
    const path = decodeURIComponent(url.split(/[?#]/, 1)[0] ?? '');
    return url.startsWith('/') && !UNSAFE.test(path) && !CONTROL.test(url) ? url : '/';
  } catch {
    // Not even a URL.
    return '/';
  }
}

/* eslint-disable no-control-regex -- control characters are what they look for */
/** A double slash, a backslash, a `.` or `..` segment, a control character. */
const UNSAFE = /\/\/|\\|\/\.\.?(\/|$)|[\0-\x1f\x7f]/;
const CONTROL = /[\0-\x1f\x7f]/;
/* eslint-enable no-control-regex */
