import { TestBed } from '@angular/core/testing';
import { provideNgSessionTesting } from 'ng-session/testing';

import { Draft } from './draft';

// #region data
describe('Draft', () => {
  it('shows each change, and begins with what was kept', async () => {
    TestBed.configureTestingModule({
      providers: [provideNgSessionTesting({ data: { draft: { title: 'Tea', tags: ['hot'] } } })],
    });
    const fixture = TestBed.createComponent(Draft);
    const text = async () => {
      await fixture.whenStable();
      return (fixture.nativeElement as HTMLElement).textContent;
    };
    expect(await text()).toContain('Tea');
    expect(await text()).toContain('1 tags');

    fixture.componentInstance.rename('Green tea');
    fixture.componentInstance.tag('green');
    expect(await text()).toContain('Green tea');
    expect(await text()).toContain('2 tags');
  });
  // #endregion data

  it('begins without a draft too', async () => {
    TestBed.configureTestingModule({ providers: [provideNgSessionTesting()] });
    const fixture = TestBed.createComponent(Draft);
    await fixture.whenStable();
    expect((fixture.nativeElement as HTMLElement).textContent).toContain('Untitled');
    fixture.componentInstance.rename('Tea');
    await fixture.whenStable();
    expect((fixture.nativeElement as HTMLElement).textContent).toContain('Tea');
  });
});
