import type {} from 'ng-session-express';

declare module 'ng-session-express' {
  interface SessionUser {
    id: number;
    name: string;
    roles: string[];
  }
}
