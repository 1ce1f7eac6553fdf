import { DEMO_ACCOUNTS } from '../../projects/demo-api/src/database/demo-accounts.ts';

/** Returns what there is to see, once everything runs. */
export function welcome({ web, api }: { readonly web: string; readonly api: string }): string {
  const accounts = DEMO_ACCOUNTS.map(
    ({ email, password, roles }) => `    ${email.padEnd(18)} ${password}   ${roles.join(', ')}`,
  );
  return [
    '',
    `  Demo  ${web}`,
    `  API   ${api}`,
    '',
    '  Accounts',
    ...accounts,
    '',
    '  Changes of the library and of the demo show at once. Ctrl-C ends everything.',
    '',
  ].join('\n');
}
