import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import {
  type SessionStore,
  type SessionStoreFactory,
  type StoredData,
  cookieStore,
  httpStore,
  indexedDbStore,
  memoryStore,
  provideNgSession,
  webStorage,
} from 'ng-session';
import { SessionDataServer } from '../../../spec/http-session-data';
import { describeSessionStore } from '../../../testing/describe-session-store';

/** A store as a user of the library writes one, from the docstring of `SessionStore`. */
class MapStore implements SessionStore {
  constructor(
    readonly kept: Map<string, { data: StoredData; until: number }>,
    readonly age: number,
  ) {}
  read(id: string) {
    const found = this.kept.get(id);
    return found && found.until > Date.now() ? found.data : null;
  }
  write(id: string, data: StoredData) {
    this.kept.set(id, { data, until: Date.now() + this.age });
  }
  destroy(id: string) {
    this.kept.delete(id);
  }
  touch(id: string) {
    const data = this.read(id);
    if (data) this.write(id, data);
  }
}

/** The same, as it is there to the letter: for one page only. */
class PageMapStore extends MapStore {
  readonly reach = 'page';
  constructor(age: number) {
    super(new Map(), age);
  }
}

describe('The store', () => {
  const server = new SessionDataServer();
  let now = 0;

  beforeEach(() => {
    server.data = {};
    now = Date.now();
    spyOn(Date, 'now').and.callFake(() => now);
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        provideHttpClient(withInterceptors([server.interceptor])),
        provideNgSession(),
      ],
    });
  });

  const pass = (milliseconds: number): void => {
    now += milliseconds;
  };
  const tryOut = (name: string, factory: SessionStoreFactory) =>
    describeSessionStore(name, {
      open: (settings) => TestBed.runInInjectionContext(() => factory(settings)),
      pass,
    });

  tryOut('memoryStore()', memoryStore());
  tryOut("webStorage('local')", webStorage('local'));
  tryOut("webStorage('session')", webStorage('session'));
  tryOut('cookieStore()', cookieStore());
  tryOut('indexedDbStore()', indexedDbStore());

  // How long a session of the server lasts is for the server to say.
  describeSessionStore('httpStore()', {
    open: (settings) => TestBed.runInInjectionContext(() => httpStore()(settings)),
  });

  const shelves: Record<string, MapStore['kept']> = {};
  describeSessionStore('one of your own', {
    open: ({ age, name }) => new MapStore((shelves[name] ??= new Map()), age),
    pass,
  });

  describeSessionStore('one of your own, for one page', {
    open: ({ age }) => new PageMapStore(age),
    pass,
  });
});
