import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ApplicationRef, Component, type EnvironmentProviders, inject } from '@angular/core';
import { createApplication } from '@angular/platform-browser';
import { provideRouter } from '@angular/router';
import { HasRole, SessionService, provideNgSession } from 'ng-session';
import { ADA, UMA, UPDATE_URL } from '../../../spec/set-up';

@Component({
  selector: 'test-page',
  imports: [HasRole],
  template: `{{ session.user()?.name }} <b *hasRole="'admin'">admin</b>`,
})
class Page {
  protected readonly session = inject(SessionService);
}

describe('S13: applications', () => {
  const start = async (...more: EnvironmentProviders[]): Promise<ApplicationRef> =>
    createApplication({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([{ path: '**', children: [] }]),
        provideNgSession(),
        ...more,
      ],
    });

  it('of which two are on one page share nothing, and the end of one is not the end of the other', async () => {
    const apps = [await start(), await start()] as const;
    const hosts = apps.map((app) => {
      const host = document.body.appendChild(document.createElement('test-page'));
      app.bootstrap(Page, host);
      return host;
    });
    const sessions = apps.map((app) => app.injector.get(SessionService));
    const answers = [ADA, UMA];
    for (const [index, app] of apps.entries()) {
      const updated = sessions[index]?.update();
      app.injector
        .get(HttpTestingController)
        .match(UPDATE_URL)[0]
        ?.flush(answers[index] ?? null);
      await updated;
      sessions[index]?.set('mine', index);
    }
    await Promise.all(apps.map((app) => app.whenStable()));
    expect(hosts.map((host) => host.textContent.trim())).toEqual(['Ada admin', 'Uma']);
    expect(sessions.map((session) => session.get('mine'))).toEqual([0, 1]);

    apps[0].destroy();
    const updated = sessions[1]?.update();
    apps[1].injector
      .get(HttpTestingController)
      .expectOne(UPDATE_URL)
      .flush({ ...UMA, name: 'Uma U.' });
    await updated;
    expect(sessions[1]?.user('name')).toBe('Uma U.');
    apps[1].destroy();
    hosts.forEach((host) => {
      host.remove();
    });
  });
});
