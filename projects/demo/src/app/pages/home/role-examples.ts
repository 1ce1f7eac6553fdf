import { Component } from '@angular/core';
import { MatCard, MatCardContent, MatCardHeader, MatCardTitle } from '@angular/material/card';
import { HasRole } from 'ng-session';

import { Icon } from '../../icons/icon';

/** What `*hasRole` shows, each with the code that does it. */
@Component({
  selector: 'demo-role-examples',
  imports: [HasRole, Icon, MatCard, MatCardContent, MatCardHeader, MatCardTitle],
  templateUrl: './role-examples.html',
  styleUrl: './role-examples.scss',
})
export class RoleExamples {}
