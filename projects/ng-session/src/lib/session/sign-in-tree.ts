import type { Router, UrlTree } from '@angular/router';
import type { ResolvedConfig } from '../config/resolve-config';

/** The URL that is being navigated to, or else the one that is shown. */
export function askedUrl(router: Router, shown = router.url): string {
  const navigation = router.currentNavigation();
  return navigation ? router.serializeUrl(navigation.finalUrl ?? navigation.extractedUrl) : shown;
}

/** The way to the sign-in page and back; `false` on that page itself, which would lead in a circle. */
export function signInTree(
  router: Router,
  config: ResolvedConfig,
  asked = askedUrl(router),
): UrlTree | false {
  const tree = router.parseUrl(config.signInPath);
  if (pathOf(asked) === pathOf(router.serializeUrl(tree))) return false;
  tree.queryParams = { ...tree.queryParams, [config.returnUrlParam]: asked };
  return tree;
}

function pathOf(url: string): string | undefined {
  return url.split(/[?#]/, 1)[0];
}
