/**
 * Makes one spelling of an address.
 *
 * The lookup of an account and the limit of its sign-ins both use it, so that no other spelling of
 * an account has a count of its own.
 */
export function normalizeEmail(email: string): string {
  return email.normalize('NFKC').trim().toLowerCase();
}
