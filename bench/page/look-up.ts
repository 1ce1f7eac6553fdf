import type { Contender } from './contenders/contender';

type Asked = Pick<Contender, 'setUser' | 'countHeld'>;

const ROLES = Array.from({ length: 1000 }, (_, index) => `role-${index}`);
/** Half of the questions are for roles that the user has not. */
const ASKED = ROLES.flatMap((role) => [role, `no-${role}`]);

let held: ReadonlySet<string> = new Set();

/** Roles without a session around them. */
export const bareSet: Asked = {
  setUser: ({ roles }) => (held = new Set(roles)),
  countHeld: (asked) => {
    let count = 0;
    for (const role of asked) if (held.has(role)) count++;
    return count;
  },
};

/** Asks for a role so many times, of a user with a thousand. */
export function lookUp(asked: Asked, count: number): void {
  asked.setUser({ id: 2, name: 'Grace', roles: ROLES });
  let found = 0;
  for (let done = 0; done < count; done += ASKED.length) found += asked.countHeld(ASKED);
  // The answers are used, so that no compiler leaves the questions out.
  if (found * 2 !== count)
    throw new Error(`${found} of ${count} roles are held, not half of them.`);
}
