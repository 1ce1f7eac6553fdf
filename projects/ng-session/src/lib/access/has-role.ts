import {
  Directive,
  Input,
  type OnDestroy,
  type OnInit,
  TemplateRef,
  ViewContainerRef,
  inject,
} from '@angular/core';
import { type RoleAnswer, RoleGates, type RoleQuestion } from './role-gates';

/** What the content of `*hasRole` can use with `let`: nothing, and a template that tries is refused. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- an empty context is the point
export interface HasRoleContext {}

/**
 * Shows its content to those who have one of the roles, or with `all` each of them.
 *
 * ```html
 * <a *hasRole="'admin'" routerLink="/admin">Admin</a>
 * <section *hasRole="['admin', 'editor']; all: true; else denied; loading: spinner">…</section>
 * ```
 *
 * While nobody knows who is signed in it shows nothing, or the `loading` template. It hides; what must
 * not be known, the server must not send.
 */
// Inputs are setters, not signals: a gate without a reactive node of its own mounts in half the time.
@Directive({ selector: '[hasRole]' })
export class HasRole implements OnInit, OnDestroy {
  readonly #gates = inject(RoleGates);
  readonly #container = inject(ViewContainerRef);
  readonly #granted = inject<TemplateRef<HasRoleContext>>(TemplateRef);
  #denied?: TemplateRef<HasRoleContext> | null;
  #loading?: TemplateRef<HasRoleContext> | null;
  #wanted: unknown;
  #all = false;
  #shown?: TemplateRef<HasRoleContext> | null;
  #question?: RoleQuestion;

  /** The role, or roles of which one is enough. */
  @Input({ required: true }) set hasRole(roles: string | readonly string[]) {
    this.#wanted = roles;
    this.#askAgain();
  }

  /** Whether every role is needed. Default: `false`. */
  @Input() set hasRoleAll(all: boolean) {
    this.#all = all;
    this.#askAgain();
  }

  /** Shown to all others. Default: nothing. */
  @Input() set hasRoleElse(template: TemplateRef<HasRoleContext> | null | undefined) {
    this.#denied = template;
    this.#askAgain();
  }

  /** Shown while nobody knows who is signed in. Default: nothing. */
  @Input() set hasRoleLoading(template: TemplateRef<HasRoleContext> | null | undefined) {
    this.#loading = template;
    this.#askAgain();
  }

  /** Lets the compiler check what the content uses. */
  static ngTemplateContextGuard(_gate: HasRole, _context: unknown): _context is HasRoleContext {
    return true;
  }

  ngOnInit(): void {
    this.#question = this.#gates.join(this, this.#wanted, this.#all);
  }

  ngOnDestroy(): void {
    if (this.#question) this.#gates.leave(this, this.#question);
  }

  /** @internal */
  show(answer: RoleAnswer): void {
    const template = answer ? this.#granted : answer === null ? this.#loading : this.#denied;
    if (template === this.#shown) return;
    if (this.#shown) this.#container.clear();
    this.#shown = template;
    if (template) this.#container.createEmbeddedView(template);
  }

  #askAgain(): void {
    if (!this.#question) return;
    this.#gates.leave(this, this.#question);
    this.ngOnInit();
  }
}
