import { SchematicsException } from '@angular-devkit/schematics';

/** Thrown when an application is built in a way that no edit is safe for; the message says where. */
export class CannotEdit extends SchematicsException {}
