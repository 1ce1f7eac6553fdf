import { SessionError, type SessionService } from 'ng-session';

export function setOrHint(
  session: SessionService,
  path: string,
  value: unknown,
  showHint: () => void,
): void {
  // #region catch
  try {
    session.set(path, value);
  } catch (error) {
    if (error instanceof SessionError && error.code === 'invalid-value') showHint();
  }
  // #endregion catch
}
