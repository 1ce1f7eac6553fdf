import assert from 'node:assert/strict';
import { test } from 'node:test';

import { hasStackTrace } from './has-stack-trace.ts';

for (const [text, isTrace] of [
  ['TypeError: x\n    at run (/srv/app/index.js:12:34)', true],
  ['<pre>Error<br> &nbsp; &nbsp;at file:///srv/app/main.ts:1:2</pre>', true],
  ['"trace":"java.lang.X\\n\\tat org.example.Shop$1.find(Shop.java:12)"', true],
  ['Traceback (most recent call last):\n  File "views.py", line 3', true],
  ["app/models/user.rb:12:in 'find'", true],
  ['   at Shop.Find() in C:\\Shop.cs:line 12', true],
  ['   at Shop.Users.Find(Int32 id) in /src/Shop.fs', true],
  ['#0 /srv/app/index.php(12): find()', true],
  ['{"error":"The email is not valid."}', false],
  ['{"error":"Look at the help page (in German)."}', false],
  ['Meet me at the shop at 12:30', false],
  ['', false],
] as const) {
  test(`${JSON.stringify(text)} is ${isTrace ? 'a' : 'no'} stack trace`, () => {
    assert.equal(hasStackTrace(text), isTrace);
  });
}
