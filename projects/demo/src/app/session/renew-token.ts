import { HttpClient } from '@angular/common/http';
import { inject } from '@angular/core';
import { firstValueFrom, map } from 'rxjs';

interface Renewed {
  readonly token: string;
}

/** Asks for another token, in an injection context. What says that it may is a cookie that no script can read. */
export function renewToken(): Promise<string> {
  const url = `${DEMO_API_URL}/api/token/refresh`;
  return firstValueFrom(
    inject(HttpClient)
      .post<Renewed>(url, {}, { withCredentials: true })
      .pipe(map(({ token }) => token)),
  );
}
