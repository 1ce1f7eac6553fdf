import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

import type { CheckReport } from './check-report.ts';
import { ACCOUNT } from './testing/reference.ts';
import { LOCALHOST_PEM, startReference } from './testing/start-reference.ts';

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));
const SIGN_IN = JSON.stringify(ACCOUNT);

interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

async function run(args: readonly string[], env: Record<string, string> = {}): Promise<Run> {
  const child = spawn(process.execPath, [MAIN, ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [stdout, stderr, [status]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number | null]>,
  ]);
  return { status, stdout, stderr };
}

test('0 where there is no fault, warnings or not', async (t) => {
  for (const [changes, summary] of [
    [{}, /63 passed, 0 faults, 0 warnings, 5 not checked\.\n$/],
    [{ badInputStatus: 400 }, /62 passed, 0 faults, 1 warning, 5 not checked\.\n$/],
  ] as const) {
    const { url, origin } = await startReference(t, changes);
    const ran = await run(['check', url, '--origin', origin, '--sign-in', SIGN_IN]);
    assert.match(ran.stdout, summary);
    assert.deepEqual([ran.status, ran.stderr], [0, '']);
  }
});

const SECURE = 'Secure; HttpOnly; SameSite=Lax; Path=/';
const HOST = { cookieName: '__Host-sid', cookie: SECURE, clearedCookie: `${SECURE}; Max-Age=0` };
for (const [what, changes, status, summary] of [
  ['a good backend', HOST, 0, /65 passed, 0 faults, 0 warnings, 3 not checked\.\n$/],
  ['a cookie that is not Secure', {}, 1, /FAULT +cookie-secure\n/],
  ['a cookie that a subdomain can plant', { cookie: SECURE }, 0, /WARNING +cookie-prefix\n/],
] as const) {
  test(`https: ${what}`, async (t) => {
    const { url, origin } = await startReference(t, changes, 'https');
    const trust = { NODE_EXTRA_CA_CERTS: LOCALHOST_PEM };
    const ran = await run(['check', url, '--origin', origin, '--sign-in', SIGN_IN], trust);
    assert.match(ran.stdout, summary);
    assert.deepEqual([ran.status, ran.stderr], [status, '']);
  });
}

test('https: 2 where nobody vouches for the certificate', async (t) => {
  const { url, origin } = await startReference(t, HOST, 'https');
  const { status, stderr } = await run(['check', url, '--origin', origin]);
  assert.equal(status, 2);
  assert.match(stderr, /^Nobody answers at https:.+SELF_SIGNED_CERT/);
});

test('1 where there is a fault, which is told with what was seen and how to mend it', async (t) => {
  const { url, origin } = await startReference(t, { refreshStatus: 405 });
  const { status, stdout } = await run(['check', url, '--origin', origin], {
    NG_SESSION_SIGN_IN: SIGN_IN,
  });
  assert.equal(status, 1);
  assert.ok(
    stdout.startsWith(`${url}/, for the app at ${origin}\n\nSign-in\n  FAULT    refresh-status\n`),
  );
  assert.match(
    stdout,
    /\n {11}Rule: PUT of .+\n {11}Seen: PUT \/api\/session answered 405\.\n {11}Mend: Take a PUT/,
  );
  assert.match(stdout, /\n {2}ok {7}.+ \(no-store\)\n/);
  assert.match(stdout, /\n {11}Not checked: it locks the account/);
  // eslint-disable-next-line no-control-regex -- Colours are made of them.
  assert.doesNotMatch(stdout, /\u001B/);
});

test('2 where nobody answers, or it is used wrongly, with no secret in what is said', async () => {
  const url = 'http://127.0.0.1:9';
  for (const [args, says] of [
    [['check', url], /^Nobody answers at http:\/\/127\.0\.0\.1:9\/: .+ECONNREFUSED/],
    [[], /^Say "check"/],
    [[url], /^Say "check"/],
    [['check'], /^Say "check"/],
    [['check', url, url], /^Say "check"/],
    [['check', 'localhost:3000'], /^The URL of the backend/],
    [['check', 'http://ada:canary-password@localhost'], /^The URL of the backend/],
    [['check', url, '--origin', 'https://app.example.com/shop'], /^The origin of the app/],
    [['check', url, '--origin'], /^There is an option/],
    [['check', url, '--pasword=canary-password'], /^There is an option/],
    [['check', url, '--timeout', 'soon'], /^The timeout/],
    [['check', url, '--data-url', 'data'], /^The data URL/],
    [['check', url, '--sign-in', '{canary-password'], /^The sign-in has to be a JSON object/],
    [['check', url, '--sign-in', '["canary-password"]'], /^The sign-in has to be a JSON object/],
    [['check', url, '--sign-in', '{"who":"canary-password"}'], /^No field of the sign-in/],
    [['check', url, '--wrong-sign-in', SIGN_IN], /^A wrong sign-in/],
    [['check', url, '--limits'], /^A wrong sign-in and the limits/],
  ] as const) {
    const { status, stdout, stderr } = await run(args);
    assert.match(stderr, says, args.join(' '));
    assert.match(stderr, /Try --help\.\n$/);
    assert.doesNotMatch(stderr, /canary|\.ts:\d/);
    assert.deepEqual([status, stdout], [2, '']);
  }
});

test('no cookie, token or password is printed, whatever is wrong', async (t) => {
  const { url, origin, secrets } = await startReference(t, {
    user: { id: 1, password: ACCOUNT.password },
    cookie: 'Path=/',
    clearedCookie: null,
    destroysOld: false,
    checksToken: false,
  });
  for (const more of [[], ['--json']]) {
    const args = ['check', url, '--origin', origin, '--sign-in', SIGN_IN, ...more];
    const { status, stdout, stderr } = await run(args);
    assert.equal(status, 1);
    assert.ok(secrets().length > 10);
    for (const secret of secrets()) assert.ok(!(stdout + stderr).includes(secret));
    assert.doesNotMatch(stdout, /canary/);
  }
});

test('--json prints the report', async (t) => {
  const { url, origin } = await startReference(t);
  const { status, stdout } = await run(['check', url, '--origin', origin, '--json']);
  const report = JSON.parse(stdout) as CheckReport;
  assert.equal(status, 0);
  assert.deepEqual(
    [report.ok, report.url, report.origin, report.findings],
    [true, `${url}/`, origin, []],
  );
});

test('--help says how to use it', async () => {
  for (const option of ['--help', '-h']) {
    const { status, stdout } = await run([option]);
    assert.equal(status, 0);
    assert.match(stdout, /^Usage: ng-session-express check <url>/);
  }
});
