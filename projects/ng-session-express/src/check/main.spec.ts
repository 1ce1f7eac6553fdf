import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { CheckReport } from './check-report.ts';
import { ACCOUNT } from './testing/reference.ts';
import { runCli } from './testing/run-cli.ts';
import { startReference } from './testing/start-reference.ts';

const SIGN_IN = JSON.stringify(ACCOUNT);

test('0 where there is no fault, warnings or not', async (t) => {
  for (const [changes, summary] of [
    [{}, /63 passed, 0 faults, 0 warnings, 5 not checked\.\n$/],
    [{ badInputStatus: 400 }, /62 passed, 0 faults, 1 warning, 5 not checked\.\n$/],
  ] as const) {
    const { url, origin } = await startReference(t, changes);
    const ran = await runCli(['check', url, '--origin', origin, '--sign-in', SIGN_IN]);
    assert.match(ran.stdout, summary);
    assert.deepEqual([ran.status, ran.stderr], [0, '']);
  }
});

test('1 where there is a fault, which is told with what was seen and how to mend it', async (t) => {
  const { url, origin } = await startReference(t, { refreshStatus: 405 });
  const { status, stdout } = await runCli(['check', url, '--origin', origin], {
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
    const { status, stdout, stderr } = await runCli(args);
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
    const { status, stdout, stderr } = await runCli(args);
    assert.equal(status, 1);
    assert.ok(secrets().length > 10);
    for (const secret of secrets()) assert.ok(!(stdout + stderr).includes(secret));
    assert.doesNotMatch(stdout, /canary/);
  }
});

test('--json prints the report', async (t) => {
  const { url, origin } = await startReference(t);
  const { status, stdout } = await runCli(['check', url, '--origin', origin, '--json']);
  const report = JSON.parse(stdout) as CheckReport;
  assert.equal(status, 0);
  assert.deepEqual(
    [report.ok, report.url, report.origin, report.findings],
    [true, `${url}/`, origin, []],
  );
});

test('--help says how to use it', async () => {
  for (const option of ['--help', '-h']) {
    const { status, stdout } = await runCli([option]);
    assert.equal(status, 0);
    assert.match(stdout, /^Usage: ng-session-express check <url>/);
  }
});
