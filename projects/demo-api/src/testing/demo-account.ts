import type { EmailAndPassword } from 'ng-session-express';

/** What a demo account signs in with; a wrong password for a guess. */
export function demoAccount(email: string, password = 'demo-password'): EmailAndPassword {
  return { email, password };
}
