import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { FlashMessage, FlashMessages, InputError } from 'ng-session';
import { setUp } from '../../../spec/set-up';

declare module 'ng-session' {
  interface FlashValues {
    notification: { type: 'success' | 'error'; message: string };
  }
}

@Component({
  imports: [FlashMessage, InputError],
  template: `
    <p *flashMessage="key(); let message">{{ message }}</p>
    <b *flashMessage="'notification'; let notification" [class]="notification.type">{{
      notification.message.trim()
    }}</b>
    <ul *inputError="field(); let messages">
      @for (message of messages; track message) {
        <li>{{ message.trim() }}</li>
      }
    </ul>
  `,
})
class Host {
  readonly key = signal('a');
  readonly field = signal('title');
}

describe('*flashMessage and *inputError', () => {
  const start = async () => {
    setUp();
    const flash = TestBed.inject(FlashMessages);
    const fixture = TestBed.createComponent(Host);
    const element = fixture.nativeElement as HTMLElement;
    const all = (selector: string) => [...element.querySelectorAll(selector)];
    const texts = (selector: string) => all(selector).map(({ textContent }) => textContent);
    const update = async (act: () => void) => {
      act();
      await fixture.whenStable();
    };
    await fixture.whenStable();
    return { flash, element, all, texts, update, host: fixture.componentInstance };
  };

  it('show nothing without a message', async () => {
    const { element } = await start();
    expect(element.children.length).toBe(0);
  });

  it('show their content while there is a message, and hand on one that changes', async () => {
    const { flash, all, texts, update } = await start();
    await update(() => {
      flash.now('a', 'one');
    });
    const [shown] = all('p');
    expect(texts('p')).toEqual(['one']);
    await update(() => {
      flash.now('a', 'two');
    });
    expect(texts('p')).toEqual(['two']);
    expect(all('p')[0]).withContext('the same view').toBe(shown);
    await update(() => {
      flash.now('a', 0);
    });
    expect(texts('p')).toEqual(['0']);
  });

  it('show one view at a time, of the key that they have by then', async () => {
    const { flash, texts, update, host } = await start();
    await update(() => {
      flash.now('a', 1);
      flash.now('b', 2);
    });
    expect(texts('p')).toEqual(['1']);
    await update(() => {
      host.key.set('b');
    });
    expect(texts('p')).toEqual(['2']);
    await update(() => {
      host.key.set('none');
    });
    expect(texts('p')).toEqual([]);
  });

  it('have the types that the app has given', async () => {
    const { flash, texts, all, update } = await start();
    await update(() => {
      flash.now('notification', { type: 'success', message: 'Saved ' });
    });
    expect(texts('b')).toEqual(['Saved']);
    expect(all('b')[0]?.className).toBe('success');
  });

  it('show the messages of a field', async () => {
    const { flash, texts, update, host } = await start();
    await update(() => {
      flash.now('errors', { title: ['too long', 'taken'], body: 'missing' });
    });
    expect(texts('li')).toEqual(['too long', 'taken']);
    await update(() => {
      host.field.set('body');
    });
    expect(texts('li')).toEqual(['missing']);
    await update(() => {
      host.field.set('none');
    });
    expect(texts('ul')).toEqual([]);
  });

  it('threat 29: show text, never HTML', async () => {
    const { flash, element, texts, update } = await start();
    const html = '<img src=x onerror="alert(1)"><script>alert(2)</script>';
    await update(() => {
      flash.now('a', html);
      flash.now('notification', { type: 'error', message: html });
      flash.now('errors', { title: [html] });
    });
    expect([...texts('p'), ...texts('b'), ...texts('li')]).toEqual([html, html, html]);
    expect(element.querySelector('img, script')).toBeNull();
  });
});
