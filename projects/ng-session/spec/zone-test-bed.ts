// The test bed of the configuration `zone` in angular.json: an app with zone.js.
import { NgModule, provideZoneChangeDetection } from '@angular/core';
import { ComponentFixtureAutoDetect, getTestBed } from '@angular/core/testing';
import { BrowserTestingModule, platformBrowserTesting } from '@angular/platform-browser/testing';

@NgModule({
  providers: [
    provideZoneChangeDetection(),
    // As in an app, and as in a test bed without zone.js: what has changed is rendered.
    { provide: ComponentFixtureAutoDetect, useValue: true },
  ],
})
class ZoneModule {}

getTestBed().initTestEnvironment([BrowserTestingModule, ZoneModule], platformBrowserTesting(), {
  errorOnUnknownElements: true,
  errorOnUnknownProperties: true,
});
