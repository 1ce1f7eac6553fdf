import { HttpClient } from '@angular/common/http';
import { inject } from '@angular/core';
import { firstValueFrom, map } from 'rxjs';

/** Asks for another token, in an injection context. What says that it may is a cookie that no script can read. */
export function renewToken(): Promise<string> {
  return firstValueFrom(
    inject(HttpClient)
      .post<{
        readonly token: string;
      }>(`${DEMO_API_URL}/api/token/refresh`, {}, { withCredentials: true })
      .pipe(map(({ token }) => token)),
  );
}
