import { TestBed } from '@angular/core/testing';
import { provideNgSessionTesting } from 'ng-session/testing';

import { ADA } from './ada';
import { Reports, ReportsModule } from './app.module';

describe('ReportsModule', () => {
  it('knows *hasRole', async () => {
    TestBed.configureTestingModule({
      imports: [ReportsModule],
      providers: [provideNgSessionTesting({ user: ADA })],
    });
    const fixture = TestBed.createComponent(Reports);
    await fixture.whenStable();
    expect((fixture.nativeElement as HTMLElement).textContent).toBe('Sales');
  });
});
