import { Component, inject } from '@angular/core';
import { TokenSession, withTokens } from 'ng-session';

export const features = [withTokens({ storage: 'local' })];

@Component({ selector: 'size-part', template: '' })
export class Page {
  private readonly tokens = inject(TokenSession);

  protected enter(token: string): Promise<unknown> {
    return this.tokens.authenticate(token);
  }
}
