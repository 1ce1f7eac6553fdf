import type { SetCookie } from 'cookie';

/** Says why a browser would not keep a cookie that came from a URL; null if it would. */
export function whyRefused(cookie: SetCookie, url: URL): string | null {
  const { name, domain, path, secure = false, sameSite } = cookie;
  if (secure && !canBeSecure(url)) return 'it is Secure, and the URL is not https';
  if (domain !== undefined && !isWithin(url.hostname, domain)) return 'its Domain is another host';
  if (sameSite === 'none' && !secure) return 'it is SameSite=None without Secure';
  if (name.startsWith('__Secure-') && !secure) return '__Secure- needs Secure';
  if (name.startsWith('__Host-') && !(secure && path === '/' && domain === undefined)) {
    return '__Host- needs Secure, Path=/ and no Domain';
  }
  return null;
}

/** Whether a host is the domain of a cookie, or within it. */
export function isWithin(host: string, domain: string): boolean {
  const plain = domain.replace(/^\./, '').toLowerCase();
  return host === plain || host.endsWith(`.${plain}`);
}

/** Browsers trust this machine without https. */
function canBeSecure({ protocol, hostname }: URL): boolean {
  return (
    protocol === 'https:' || /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname)
  );
}
