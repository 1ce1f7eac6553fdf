import { TestBed } from '@angular/core/testing';
import { SessionData, SessionError } from 'ng-session';
import { provideNgSessionTesting } from 'ng-session/testing';

describe('SessionData', () => {
  let data: SessionData;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideNgSessionTesting()] });
    data = TestBed.inject(SessionData);
  });

  // #region read
  it('reads what was put', () => {
    data.put('draft', { title: 'Tea', tags: ['hot'] });
    data.put('draft.title', 'Green tea');

    expect(data.get('draft.title')).toBe('Green tea');
    expect(data.get('draft.tags.0')).toBe('hot');
    expect(data.has('draft.savedAt')).toBe(false);
    expect(data.all()).toEqual({ draft: { title: 'Green tea', tags: ['hot'] } });
  });
  // #endregion read

  // #region default
  it('gives the default where nothing exists', () => {
    expect(data.get('visits')).toBeUndefined();
    expect(data.get('visits', 1)).toBe(1);

    data.put('visits', 0);
    expect(data.get('visits', 1)).toBe(0);
    expect(data.has('visits')).toBe(true);
  });
  // #endregion default

  // #region count
  it('counts, from 0 on', () => {
    data.increment('visits');
    data.increment('visits', 4);
    data.decrement('visits', 2);

    expect(data.get('visits')).toBe(3);
  });
  // #endregion count

  // #region remove
  it('removes', () => {
    data.put('visits', 7);
    data.put('draft', { title: 'Tea', tags: ['hot', 'green'] });

    expect(data.pull('visits', 0)).toBe(7);
    expect(data.pull('visits', 0)).toBe(0);

    // A list closes up.
    data.forget('draft.tags.0');
    expect(data.get('draft.tags')).toEqual(['green']);

    data.clear();
    expect(data.isEmpty()).toBe(true);
  });
  // #endregion remove

  // #region segments
  it('takes a path in parts, of which one may hold a dot', () => {
    data.put(['hosts', 'a.example.com'], { online: true });

    expect(data.get(['hosts', 'a.example.com', 'online'])).toBe(true);
    expect(data.all()).toEqual({ hosts: { 'a.example.com': { online: true } } });
  });
  // #endregion segments

  // #region values
  it('keeps a copy of plain data', () => {
    const tags = ['hot'];
    data.put('draft', { title: 'Tea', tags, savedAt: '2030-01-01T00:00:00.000Z' });
    tags.push('changed later');
    expect(data.get('draft.tags')).toEqual(['hot']);

    // A Date becomes its ISO string.
    data.put('draft.savedAt', new Date(0));
    expect(data.get('draft.savedAt')).toBe('1970-01-01T00:00:00.000Z');

    // What is read is frozen, and what can not be kept throws.
    expect(() => data.get('draft')?.tags.push('new')).toThrowError(TypeError);
    expect(() => data.put('visits', NaN)).toThrowError(SessionError);
  });
  // #endregion values

  // #region session
  it('knows its session', () => {
    const id = data.sessionId();
    expect(data.fresh()).toBe(true);

    data.put('visits', 1);
    expect(data.hasBeenModified()).toBe(true);
    expect(data.sessionId()).toBe(id);

    data.regenerate();
    expect(data.sessionId()).not.toBe(id);
    expect(data.get('visits')).toBe(1);
  });
  // #endregion session
});
