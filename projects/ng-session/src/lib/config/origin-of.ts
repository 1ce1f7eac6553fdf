/**
 * The origin that a request to this URL goes to, or `null` for whatever is not a plain http(s) URL.
 *
 * The URL parser of the platform decides, the same that `fetch` uses, so what is compared is where
 * the request would go. Control characters and backslashes, which that parser silently mends,
 * are the mark of a URL that was made to deceive, and give `null`.
 */
export function originOf(url: string, base?: string): string | null {
  try {
    const { protocol, username, password, origin } = new URL(url, base);
    return /^https?:$/.test(protocol) && !username && !password && !DECEITFUL.test(url)
      ? origin
      : null;
  } catch {
    // An unparsable URL goes nowhere.
    return null;
  }
}

// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const DECEITFUL = /[\0-\x1f\x7f]|^[^?#]*\\/;
