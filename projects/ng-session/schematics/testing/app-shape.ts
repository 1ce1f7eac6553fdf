/** An application that differs from a fresh one, and what is to become of it. */
export interface AppShape {
  readonly name: string;
  /** The files that are different, or that there are more. */
  readonly files: Readonly<Record<string, string>>;
  /** The file that is edited. */
  readonly path: string;
  /** What it has then, whatever the layout. */
  readonly becomes: string;
  /** Which interceptors of its own a request goes through, before ours. */
  readonly chain?: readonly string[];
}

/** Interceptors of an application, which sign what they see. */
export const APP_INTERCEPTORS = {
  'src/app/app-interceptors.ts': `import { type HttpInterceptorFn } from '@angular/common/http';

const signing =
  (name: string): HttpInterceptorFn =>
  (request, next) =>
    next(request.clone({ headers: request.headers.append('X-Signatures', name) }));

export const first = signing('first');
export const second = signing('second');
export const shared = [first, second];
`,
};

/** The names of ours, as a list is written. */
export const OURS = 'credentialsInterceptor, unauthorizedInterceptor';
