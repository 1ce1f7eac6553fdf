import { isLoopback, siteRelation } from './site-relation';

/** Why the cookie of a sign-in may not come back, and how to mend each; the likely cause first. */
export function cookieCauses(page: URL, api: URL): readonly string[] {
  const relation = siteRelation(page, api);
  return [
    ...causesOf[relation](page, api),
    `\`Path\` or \`Domain\` of the cookie do not cover ${api.host}${api.pathname}: set \`Path=/\` and ` +
      'no `Domain`. A proxy has to take out the `Domain` of the server behind it.',
    'The server sent no cookie, or answered before it had saved the session: look for `Set-Cookie` ' +
      'in the answer to the sign-in.',
    ...(relation === 'same-origin' ? [] : [UNCREDENTIALED]),
  ];
}

const UNCREDENTIALED =
  "An interceptor of the app takes the credentials off the session's requests: leave these as they are.";

const causesOf = {
  'same-origin': secureOverHttp,

  'same-site': (page: URL, api: URL) => [
    ...secureOverHttp(page, api),
    ...(page.hostname === api.hostname
      ? []
      : [
          `${page.hostname} and ${api.hostname} are two sites after all, as their domain is shared ` +
            'by many (github.io, vercel.app): set `SameSite=None; Secure`, or use a domain of your own.',
        ]),
  ],

  'other-scheme': (page: URL, api: URL) => [
    `The page is served over ${schemeOf(page)} and ${api.host} over ${schemeOf(api)}, which makes ` +
      'them two sites: serve both over https (`ng serve --ssl`), or both over http.',
  ],

  'cross-site': (page: URL, api: URL) => {
    const sites = `${page.hostname} and ${api.hostname} are two sites`;
    if (isLoopback(page) && isLoopback(api)) return [`${sites}: use the same name for both.`];
    if (api.protocol === 'http:') {
      return [
        `${sites}, and across sites a cookie needs \`SameSite=None; Secure\`, which needs https: serve ` +
          'the API over https, or under the origin of the app (`proxyConfig` of `ng serve`).',
      ];
    }
    return [
      `The cookie lacks \`SameSite=None; Secure\`: ${sites}, and no browser sends any other cookie ` +
        'across sites.',
      'The browser keeps cookies from crossing sites, as Safari does, and others in private windows: ' +
        'serve both under one domain (app.example.com, api.example.com), or the API under the ' +
        'origin of the app.',
    ];
  },
};

function secureOverHttp(_page: URL, api: URL): string[] {
  if (api.protocol !== 'http:') return [];
  return [
    `The cookie is \`Secure\`, and ${api.origin} is served over http, where browsers drop it and ` +
      'many servers do not send it: leave `Secure` out in development, with `SameSite=Lax`, or serve it ' +
      'over https; behind a proxy that does, let the server trust the proxy.',
  ];
}

function schemeOf({ protocol }: URL): string {
  return protocol.replace(':', '');
}
