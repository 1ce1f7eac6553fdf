import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { CheckReport } from '../check-report.ts';
import { formatReport } from './format-report.ts';

const rule = (id: string, group: string, severity: 'fault' | 'warning') => ({
  id,
  group,
  severity,
  expects: `Rule ${id}.`,
  mend: `Mend ${id}.`,
});

const REPORT: CheckReport = {
  ok: false,
  url: 'https://api.example.com/',
  origin: 'https://app.example.com',
  passed: [rule('a', 'One', 'fault'), rule('b', 'Two', 'warning')],
  findings: [
    { ...rule('c', 'Two', 'fault'), seen: 'it was so' },
    { ...rule('d', 'Two', 'warning'), seen: 'it was thus' },
  ],
  notChecked: [{ ...rule('e', 'Three', 'fault'), why: 'it can not be' }],
};

const TEXT = `https://api.example.com/, for the app at https://app.example.com

Two
  FAULT    c
           Rule: Rule c.
           Seen: it was so.
           Mend: Mend c.
  WARNING  d
           Rule: Rule d.
           Seen: it was thus.
           Mend: Mend d.
  ok       Rule b. (b)

One
  ok       Rule a. (a)

Three
  -        Rule e. (e)
           Not checked: it can not be.

2 passed, 1 fault, 1 warning, 1 not checked.
`;

test('a report is told by groups, what is wrong first', () => {
  assert.equal(formatReport(REPORT, { colour: false }), TEXT);
});

test('colours say nothing that the words do not', () => {
  const coloured = formatReport(REPORT, { colour: true });
  assert.ok(coloured.includes('\u001B[31mFAULT'));
  // eslint-disable-next-line no-control-regex -- Colours are made of them.
  assert.equal(coloured.replaceAll(/\u001B\[\d+m/g, ''), TEXT);
});
