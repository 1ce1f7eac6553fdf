import { mutationsOf } from '../mutation.ts';

export const CONFIG_MUTATIONS = [
  ...mutationsOf('config/is-equal.ts', 'is-equal', [
    ['NaN is another NaN', 'Object.is(a, b)', 'a === b'],
    [
      'an instance is a plain object',
      ' || Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)',
      '',
    ],
    ['a key more does not count', 'keys.length === Object.keys(others).length &&', ''],
    ['an inherited key counts', 'Object.hasOwn(others, key) && ', ''],
    ['dates are all the same', "typeof toJSON === 'function'", 'false'],
    ['sets are all the same', 'Symbol.iterator in value', 'false'],
  ]),

  ...mutationsOf('config/is-plain-object.ts', 'session-data', [
    [
      'lists and instances of classes count as plain objects',
      'prototype === null || Object.getPrototypeOf(prototype) === null',
      'true',
    ],
    ['objects without a prototype are refused', 'prototype === null ||', 'prototype !== null &&'],
    ['undefined is looked into', "typeof value !== 'object' || value === null", 'false'],
  ]),

  ...mutationsOf('config/origin-of.ts', 'own-origins', [
    ['the scheme is not checked', '/^https?:$/.test(protocol) &&', ''],
    ['user names in URLs are allowed', '!username &&', ''],
    ['passwords in URLs are allowed', '!password &&', ''],
    ['deceitful characters are not looked for', '&& !DECEITFUL.test(url)', ''],
    ['control characters are allowed', '[\\0-\\x1f\\x7f]|', ''],
    ['the character 7f is allowed', '\\x1f\\x7f]|', '\\x1f]|'],
    ['backslashes are allowed', '|^[^?#]*\\\\/', '/'],
    ['backslashes in a query are refused', '^[^?#]*\\\\', '\\\\'],
    [
      'an unparsable URL throws',
      '// An unparsable URL goes nowhere.\n    return null;',
      "throw new Error('unparsable');",
    ],
  ]),

  ...mutationsOf('config/own-origins.ts', 'own-origins', [
    [
      'a document without baseURI throws',
      'return document.location.href;',
      "throw new Error('no');",
    ],
    [
      'origins are compared as prefixes of the URL',
      'this.#origins.has(origin)',
      '[...this.#origins].some((own) => url.startsWith(own))',
    ],
    [
      'origins are compared by how they begin',
      'this.#origins.has(origin)',
      '[...this.#origins].some((own) => origin.startsWith(own))',
    ],
    [
      'origins are compared by host alone',
      'this.#origins.has(origin)',
      '[...this.#origins].some((own) => own && new URL(own).host === new URL(origin).host)',
    ],
    [
      'subdomains count as ours',
      'this.#origins.has(origin)',
      '[...this.#origins].some((own) => own && new URL(origin).host.endsWith(new URL(own).host))',
    ],
    ['no origin counts as ours where the app has none itself', 'origin !== null && ', ''],
    ['relative URLs ignore <base>', 'return document.baseURI;', 'return document.location.href;'],
    ['the origin of the app is not ours', 'this.#document.location.href, ', ''],
    ['that of signInUrl is not ours', '.href, signInUrl,', '.href,'],
    [
      'that of signOutUrl is not ours',
      'signInUrl, signOutUrl, updateUrl, ...',
      'signInUrl, updateUrl, ...',
    ],
    ['that of updateUrl is not ours', 'updateUrl, ...apiOrigins', '...apiOrigins'],
    ['apiOrigins are not ours', ', ...apiOrigins]', ']'],
  ]),

  ...mutationsOf('config/resolve-config.ts', 'resolve-config', [
    ['undefined overwrites a default', 'if (value !== undefined) ', ''],
    [
      'two slashes come between base and path',
      "baseUrl.replace(/\\/?$/, '/') + url.replace(/^\\//, '')",
      'baseUrl + url',
    ],
    [
      'a path without a slash becomes part of the host',
      "baseUrl.replace(/\\/?$/, '/') + url.replace(/^\\//, '')",
      "baseUrl.replace(/\\/?$/, '') + url",
    ],
    ['a whole URL gets the base too', '!baseUrl || /^\\w+:/.test(url)', '!baseUrl'],
    [
      'baseUrl is not checked',
      "(url: string) => url === '' || (isUrl(url) && /^(\\/|https?:)/i.test(url))",
      '() => true',
    ],
    [
      'baseUrl may be a host without a scheme',
      'isUrl(url) && /^(\\/|https?:)/i.test(url)',
      'isUrl(url)',
    ],
    ['signInUrl is not checked', "['signInUrl', isUrl],", ''],
    ['signOutUrl is not checked', "['signOutUrl', isUrl],", ''],
    ['updateUrl is not checked', "['updateUrl', isUrl],", ''],
    ['signInPath is not checked', "['signInPath', isPath],", ''],
    ['forbiddenPath is not checked', "['forbiddenPath', isPath],", ''],
    ['parseUser is not checked', "['parseUser', isFunction],", ''],
    ['identity is not checked', "['identity', isFunction],", ''],
    ['roles is not checked', "['roles', isFunction],", ''],
    ['a URL may be something else than a string', "typeof url === 'string' && ", ''],
    ['a negative cache is allowed', 'cache >= 0', '!isNaN(cache)'],
    ['a cache that is no number is allowed', 'cache >= 0', '!(cache < 0)'],
    ['cache: true is a millisecond', 'cache === true ? Infinity : ', ''],
    ['what is no list is taken for one', 'Array.isArray(origins) && ', ''],
    ['the schemes of apiOrigins are not checked', 'originOf(origin) && ', ''],
    ['apiOrigins may hold stars', '[^/?#*]', '[^/?#]'],
    ['apiOrigins may hold paths', '[^/?#*]', '[^?#*]'],
    ['apiOrigins may hold a query', '[^/?#*]', '[^/#*]'],
    ['paths may begin with two slashes', '(?![/\\\\])', '(?!\\\\)'],
    ['paths may begin with a slash and a backslash', '(?![/\\\\])', '(?!\\/)'],
    ['paths may begin anyhow', '/^\\/(?![/\\\\])/.test(path)', 'true'],
    ['a timeout may be a fraction or no number', 'Number.isInteger(timeout) && ', ''],
    ['a timeout may be zero', 'timeout > 0', 'timeout >= 0'],
    ['the password of a URL is part of the message', ".replace(/:.*@/, ':…@')", ''],
    [
      'returnUrlParam is not checked',
      "(name: unknown) => typeof name === 'string' && name !== ''",
      '() => true',
    ],
    [
      'any answer is a user',
      'if (isPlainObject(body)) return body;',
      'if (body) return body;',
      'session-service.update',
    ],
  ]),

  ...mutationsOf('config/to-milliseconds.ts', 'resolve-config', [
    ['an unknown duration means never', '(parse(duration) ?? NaN)', '(parse(duration) ?? 0)'],
  ]),
];
