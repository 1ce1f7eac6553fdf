import { signal } from '@angular/core';
import fc from 'fast-check';
import { SessionError } from '../config/session-error';
import { formInput } from './form-input';

const CANARY = 'canary-f3a1';

describe('formInput', () => {
  it('keeps what was typed', () => {
    const form = {
      title: 'A',
      tags: ['x', { name: 'y' }],
      at: new Date(0),
      n: 0,
      no: false,
      nil: null,
    };
    expect(formInput(form)).toEqual(form);
  });

  it('threat 29: drops secrets at every depth', () => {
    const input = formInput({
      email: 'ada@example.com',
      password: CANARY,
      passwordConfirmation: CANARY,
      card: { holder: 'Ada', number: CANARY, cvc: CANARY },
      devices: [{ name: 'phone', pin: CANARY }, [{ token: CANARY }]],
      secrets: { a: { b: CANARY } },
      _csrf: CANARY,
    });
    expect(JSON.stringify(input)).not.toContain(CANARY);
    expect(input).toEqual({
      email: 'ada@example.com',
      card: { holder: 'Ada' },
      devices: [{ name: 'phone' }, [{}]],
    });
  });

  it('threat 29: drops what is a secret by the names around it, however far away', () => {
    const input = formInput({
      cards: [{ holder: 'Ada', number: CANARY }, { details: [{ no: CANARY, type: 'debit' }] }],
      creditCards: [{ number: CANARY }],
      api: { keys: [CANARY] },
      phones: [{ number: 1 }],
    });
    expect(input).toEqual({
      cards: [{ holder: 'Ada' }, { details: [{ type: 'debit' }] }],
      api: {},
      phones: [{ number: 1 }],
    });
  });

  it('threat 29: drops secrets wherever they are, in any form', () => {
    const key = fc.constantFrom('title', 'items', 'author', 'address', 'passenger');
    const secret = fc.constantFrom('password', '_token', 'cvc', 'card_number', 'user[pin]');
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 5 },
        fc.string(),
        fc.array(tie('value'), { maxLength: 3 }),
        fc
          .tuple(fc.dictionary(key, tie('value')), secret)
          .map(([object, name]) => ({ ...object, [name]: [{ a: CANARY }] })),
      ),
    }));
    fc.assert(
      fc.property(
        fc.dictionary(key, value),
        (form) => !JSON.stringify(formInput({ ...form })).includes(CANARY),
      ),
    );
  });

  it('leaves out what a session can not keep, and names that every object inherits', () => {
    const form = JSON.parse('{"a": 1, "__proto__": {"admin": true}, "constructor": 1}') as object;
    Object.assign(form, {
      file: new File([], 'a.txt'),
      files: [new File([], 'a.txt'), 'b'],
      when: new Date(NaN),
      number: NaN,
      act: () => 1,
    });
    const input = formInput(form);
    expect(input).toEqual({
      a: 1,
      file: undefined,
      files: [undefined, 'b'],
      when: undefined,
      number: undefined,
      act: undefined,
    });
    expect(Object.hasOwn(input, '__proto__')).toBeFalse();
  });

  it('comes to an end with a cycle', () => {
    const form: Record<string, unknown> = { a: 1 };
    form['self'] = { form };
    expect(formInput(form)['a']).toBe(1);
  });

  class FormGroup {
    readonly value = { title: 'A', password: CANARY };
  }
  const fieldTree = Object.assign(() => ({ value: signal({ title: 'A', password: CANARY }) }), {});
  class FieldState {
    readonly value = signal({ title: 'A', token: CANARY });
  }
  for (const [name, form] of [
    ['an object', { title: 'A' }],
    ['a form group', new FormGroup()],
    ['a signal', signal({ title: 'A', pin: CANARY })],
    ['a signal form', () => new FieldState()],
  ] as const) {
    it(`takes ${name}`, () => {
      expect(formInput(form)).toEqual({ title: 'A' });
    });
  }

  it('takes a plain object with a value for the values themselves', () => {
    expect(formInput({ value: 'A' })).toEqual({ value: 'A' });
    expect(formInput(fieldTree)['value']).toBeUndefined();
  });

  for (const wrong of [null, 7, 'a', [], new Date(), new Map()]) {
    it(`refuses ${JSON.stringify(wrong)}`, () => {
      expect(() => formInput(wrong as object)).toThrowError(SessionError, /form/);
    });
  }
});
