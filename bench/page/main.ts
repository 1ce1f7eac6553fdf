import { bootstrapApplication } from '@angular/platform-browser';
import { provideNgSession, SessionBackend } from 'ng-session';
import { NEVER } from 'rxjs';

import type { ContenderName } from './bench-api';
import { putIntoCart } from './carts';
import { checkPhase } from './check-phase';
import type { Contender } from './contenders/contender';
import { library } from './contenders/library';
import { limit } from './contenders/limit';
import { peer, providePeer } from './contenders/peer';
import { bareSet, lookUp } from './look-up';
import { runPhase } from './run-phase';
import { Stage } from './stage';

/** No server has a part in this: users are set, not fetched. */
const silent = () => NEVER;
const backend: SessionBackend = { fetch: silent, refetch: silent, signIn: silent, signOut: silent };

const app = await bootstrapApplication(Stage, {
  providers: [provideNgSession(), { provide: SessionBackend, useValue: backend }, providePeer()],
});

const stage = app.components[0]?.instance as Stage;
const contenders: Readonly<Record<ContenderName, Contender>> = {
  limit,
  library: library(app.injector),
  peer: peer(app.injector),
};

globalThis.bench = {
  run: (phase, name, layout, count) => runPhase(phase, stage, contenders[name], layout, count),
  check: checkPhase,
  put: putIntoCart,
  lookUp: (name, count) => lookUp(name === 'set' ? bareSet : contenders[name], count),
};
