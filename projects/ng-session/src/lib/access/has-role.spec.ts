import {
  ChangeDetectionStrategy,
  Component,
  ErrorHandler,
  NgModule,
  effect,
  signal,
  type OnDestroy,
  type Type,
} from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { HasRole, NgSessionModule } from 'ng-session';
import { ADA, UMA, type Harness, failWith, setUp } from '../../../spec/set-up';
import { RoleGates } from './role-gates';

@Component({
  selector: 'test-simple',
  imports: [HasRole],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<i><b *hasRole="'admin'">yes</b></i>`,
})
class Simple {}

@Component({
  selector: 'test-else',
  imports: [HasRole],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <i><b *hasRole="roles(); all: all(); else denied; loading: spinner">yes</b></i>
    <ng-template #denied>no</ng-template>
    <ng-template #spinner>wait</ng-template>
  `,
})
class WithElse {
  readonly roles = signal<unknown>('admin');
  readonly all = signal(false);
}

@Component({
  selector: 'test-templates',
  imports: [HasRole],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <i>
      <b *hasRole="'admin'; else polite() ? sorry : denied; loading: patient() ? please : spinner"
        >yes</b
      >
    </i>
    <ng-template #denied>no</ng-template>
    <ng-template #sorry>sorry</ng-template>
    <ng-template #spinner>wait</ng-template>
    <ng-template #please>please wait</ng-template>
  `,
})
class OtherTemplates {
  readonly polite = signal(false);
  readonly patient = signal(false);
}

describe('*hasRole', () => {
  const show = <T>(type: Type<T>) => {
    const harness = setUp();
    const fixture = TestBed.createComponent(type);
    return { ...harness, fixture, text: () => textOf(fixture) };
  };
  const textOf = (fixture: ComponentFixture<unknown>): string =>
    (fixture.nativeElement as HTMLElement).querySelector('i')?.textContent.trim() ?? '';
  const answer = async (
    { session, get }: Pick<Harness, 'session' | 'get'>,
    user: typeof ADA | null | number,
  ) => {
    const updated = session.update().catch(() => undefined);
    if (typeof user === 'number') failWith(get(), user);
    else get().flush(user);
    await updated;
  };

  it('shows its content to those who have the role, and takes it away with the role', async () => {
    const { fixture, text, ...harness } = show(Simple);
    await fixture.whenStable();
    expect(text()).toBe('');
    await answer(harness, ADA);
    await fixture.whenStable();
    expect(text()).toBe('yes');
    await answer(harness, { ...ADA, roles: [] });
    await fixture.whenStable();
    expect(text()).toBe('');
    await answer(harness, ADA);
    await fixture.whenStable();
    expect(text()).toBe('yes');
    await answer(harness, null);
    await fixture.whenStable();
    expect(text()).toBe('');
  });

  it('shows the loading template while nobody knows, the else template to all others, one at a time', async () => {
    const { fixture, text, ...harness } = show(WithElse);
    await fixture.whenStable();
    expect(text()).toBe('wait');
    await answer(harness, 500);
    await fixture.whenStable();
    expect(text()).toBe('wait');
    await answer(harness, null);
    await fixture.whenStable();
    expect(text()).toBe('no');
    await answer(harness, UMA);
    await fixture.whenStable();
    expect(text()).toBe('no');
    await answer(harness, ADA);
    await fixture.whenStable();
    expect(text()).toBe('yes');
  });

  it('stays with a bad network, and keeps its DOM when the same roles are answered again', async () => {
    const { fixture, text, ...harness } = show(Simple);
    await answer(harness, ADA);
    await fixture.whenStable();
    const element = (fixture.nativeElement as HTMLElement).querySelector('b');
    await answer(harness, 500);
    await answer(harness, { ...ADA });
    await answer(harness, { ...ADA, name: 'Ada L.' });
    await fixture.whenStable();
    expect(text()).toBe('yes');
    expect((fixture.nativeElement as HTMLElement).querySelector('b')).toBe(element);
  });

  it('asks again when its inputs change', async () => {
    const { fixture, text, ...harness } = show(WithElse);
    await answer(harness, ADA);
    const shows = async (roles: unknown, all: boolean, expected: string) => {
      fixture.componentInstance.roles.set(roles);
      fixture.componentInstance.all.set(all);
      await fixture.whenStable();
      expect(text())
        .withContext(JSON.stringify([roles, all]))
        .toBe(expected);
    };
    await shows('editor', false, 'no');
    await shows(['editor', 'admin'], false, 'yes');
    await shows(['editor', 'admin'], true, 'no');
    await shows(['admin'], true, 'yes');
    for (const wrong of [
      [],
      null,
      undefined,
      7,
      {},
      [['admin']],
      ['admin', 7],
      'Admin',
      'admin,editor',
    ]) {
      await shows(wrong, false, 'no');
      await shows(wrong, true, 'no');
    }
  });

  it('keeps its DOM when it asks for other roles with the same answer', async () => {
    const { fixture, ...harness } = show(WithElse);
    await answer(harness, ADA);
    await fixture.whenStable();
    const element = (fixture.nativeElement as HTMLElement).querySelector('b');
    fixture.componentInstance.roles.set(['admin', 'editor']);
    await fixture.whenStable();
    expect((fixture.nativeElement as HTMLElement).querySelector('b')).toBe(element);
  });

  it('takes other templates, one without the other', async () => {
    const { fixture, text, ...harness } = show(OtherTemplates);
    const { polite, patient } = fixture.componentInstance;
    const shows = async (expected: string) => {
      await fixture.whenStable();
      expect(text()).toBe(expected);
    };
    await shows('wait');
    patient.set(true);
    await shows('please wait');
    await answer(harness, UMA);
    await shows('no');
    polite.set(true);
    await shows('sorry');
  });

  it('does not hear of what it asked before', async () => {
    const { fixture, text, session, startAs } = show(WithElse);
    await startAs(ADA);
    fixture.componentInstance.roles.set('editor');
    await fixture.whenStable();
    fixture.componentInstance.roles.set('admin');
    await fixture.whenStable();
    session.set('user.roles', ['admin', 'editor']);
    session.set('user.roles', ['admin']);
    await fixture.whenStable();
    expect(text()).toBe('yes');
  });

  it('hears of what it asks when another that asks the same has gone', async () => {
    const { session, startAs } = setUp();
    await startAs(ADA);
    const gates = TestBed.inject(RoleGates);
    const told: unknown[] = [];
    const other = { show: () => undefined };
    const question = gates.join(other, 'admin', false);
    gates.join({ show: (said) => told.push(said) }, 'admin', false);
    gates.leave(other, question);
    session.set('user.roles', []);
    expect(told).toEqual([true, false]);
  });

  it('tells apart questions that look the same when they are joined', async () => {
    const { startAs } = setUp();
    await startAs({ ...ADA, roles: ['a,b', 'c'] });
    const gates = TestBed.inject(RoleGates);
    const asks: readonly [roles: unknown, all: boolean, answer: boolean][] = [
      ['a,b', false, true],
      ['a,b', true, true],
      ['a', false, false],
      ['[false,["c"]]', false, false],
      [['c'], false, true],
      [['a,b'], false, true],
      [['a', 'b'], false, false],
      [['c', 'd'], false, true],
      [['c', 'd'], true, false],
    ];
    for (const [roles, all, answer] of asks) {
      let given: unknown;
      gates.join({ show: (said) => (given = said) }, roles, all);
      expect(given)
        .withContext(JSON.stringify([roles, all]))
        .toBe(answer);
    }
  });

  it('makes no reader of the session out of whoever shows it', async () => {
    const { startAs, session } = setUp();
    await startAs(ADA);
    const gates = TestBed.inject(RoleGates);
    let joined = 0;
    TestBed.runInInjectionContext(() =>
      effect(() => {
        joined++;
        gates.join({ show: () => undefined }, 'admin', false);
      }),
    );
    TestBed.tick();
    session.set('user.roles', []);
    TestBed.tick();
    expect(joined).toBe(1);
  });

  it('shows one view at a time where a role is lost and gained before anything is rendered', async () => {
    const { fixture, text, ...harness } = show(WithElse);
    await answer(harness, ADA);
    await fixture.whenStable();
    await answer(harness, UMA);
    await answer(harness, ADA);
    await answer(harness, UMA);
    await fixture.whenStable();
    expect(text()).toBe('no');
  });

  it('a gate that is made while a change is due shows what holds now', async () => {
    const { session, startAs } = setUp();
    await startAs(ADA);
    const first = TestBed.createComponent(Simple);
    first.detectChanges();
    session.set('user.roles', []);
    const second = TestBed.createComponent(Simple);
    second.detectChanges();
    expect(textOf(second)).toBe('');
    await first.whenStable();
    expect(textOf(first)).toBe('');
  });

  it('is hidden although the content of another gate throws', async () => {
    @Component({
      selector: 'test-throwing',
      template: '',
    })
    class Throwing {
      constructor() {
        throw new Error('a fault of the app');
      }
    }
    @Component({
      selector: 'test-faulty',
      imports: [HasRole, Throwing],
      template: `
        <ng-container *hasRole="'admin'; else broken" />
        <i><b *hasRole="'admin'">secret</b></i>
        <ng-template #broken><test-throwing /></ng-template>
      `,
    })
    class Faulty {}
    const faults: unknown[] = [];
    const { startAs, session } = setUp({
      providers: [
        {
          provide: ErrorHandler,
          useValue: { handleError: (fault: unknown) => faults.push(fault) },
        },
      ],
    });
    await startAs(ADA);
    const fixture = TestBed.createComponent(Faulty);
    await fixture.whenStable();
    expect(textOf(fixture)).toBe('secret');
    session.set('user.roles', []);
    expect(textOf(fixture)).toBe('');
    expect(faults.length).toBe(1);
  });

  it('within the else template of another is told nothing once that is gone', async () => {
    let alive = 0;
    @Component({ selector: 'test-counted', template: '' })
    class Counted implements OnDestroy {
      constructor() {
        alive++;
      }
      ngOnDestroy(): void {
        alive--;
      }
    }
    @Component({
      selector: 'test-nested',
      imports: [HasRole, Counted],
      template: `
        <i><b *hasRole="'admin'; else denied">yes</b></i>
        <ng-template #denied><test-counted *hasRole="'admin'" /></ng-template>
      `,
    })
    class Nested {}
    const { startAs, session } = setUp();
    await startAs(UMA);
    const fixture = TestBed.createComponent(Nested);
    await fixture.whenStable();
    session.set('user.roles', ['admin']);
    await fixture.whenStable();
    expect(textOf(fixture)).toBe('yes');
    fixture.destroy();
    expect(alive).toBe(0);
  });

  it('comes with NgSessionModule', async () => {
    @Component({
      selector: 'test-old',
      standalone: false,
      template: `<i><b *hasRole="'admin'">yes</b></i>`,
    })
    class Old {}
    @NgModule({ declarations: [Old], imports: [NgSessionModule] })
    class OldModule {}
    void OldModule;
    const { startAs } = setUp();
    await startAs(ADA);
    const fixture = TestBed.createComponent(Old);
    await fixture.whenStable();
    expect(textOf(fixture)).toBe('yes');
  });

  it('leaves nothing behind: ten thousand are made and destroyed', async () => {
    @Component({
      selector: 'test-many',
      imports: [HasRole],
      changeDetection: ChangeDetectionStrategy.OnPush,
      template: `<i>
        @for (n of numbers(); track n) {
          <b *hasRole="['admin', 'r' + (n % 10)]">{{ n }}</b>
        }
      </i>`,
    })
    class Many {
      readonly numbers = signal<number[]>([]);
    }
    const { startAs, session } = setUp();
    await startAs(ADA);
    const fixture = TestBed.createComponent(Many);
    const gates = TestBed.inject(RoleGates);
    for (let round = 0; round < 3; round++) {
      fixture.componentInstance.numbers.set(Array.from({ length: 10_000 }, (_, index) => index));
      await fixture.whenStable();
      expect((fixture.nativeElement as HTMLElement).querySelectorAll('b').length).toBe(10_000);
      expect(gates.questions.size).toBe(10);
      expect(
        [...gates.questions.values()].reduce((sum, question) => sum + question.gates.size, 0),
      ).toBe(10_000);
      session.set('user.roles', []);
      await fixture.whenStable();
      expect((fixture.nativeElement as HTMLElement).querySelectorAll('b').length).toBe(0);
      session.set('user.roles', ['admin']);
      fixture.componentInstance.numbers.set([]);
      await fixture.whenStable();
      expect(gates.questions.size).toBe(0);
    }
  }, 30_000);
});
