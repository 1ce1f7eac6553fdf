import type { Router, UrlTree } from '@angular/router';
import type { ResolvedConfig } from '../config/resolve-config';

/**
 * The URL that is being navigated to, after and before a route has redirected it, or else the one that
 * is shown.
 */
export function askedUrls(router: Router, shown = router.url): readonly [string, ...string[]] {
  const navigation = router.currentNavigation();
  if (!navigation) return [shown];
  const { finalUrl, extractedUrl } = navigation;
  return [router.serializeUrl(finalUrl ?? extractedUrl), router.serializeUrl(extractedUrl)];
}

/** The way to the sign-in page and back; `false` on that page itself, which would lead in a circle. */
export function signInTree(
  router: Router,
  config: ResolvedConfig,
  asked = askedUrls(router),
): UrlTree | false {
  const tree = router.parseUrl(config.signInPath);
  const path = pathOf(router.serializeUrl(tree));
  if (asked.some((url) => pathOf(url) === path)) return false;
  tree.queryParams = { ...tree.queryParams, [config.returnUrlParam]: asked[0] };
  return tree;
}

function pathOf(url: string): string | undefined {
  return url.split(/[?#]/, 1)[0];
}
