import type { UnitTestTree } from '@angular-devkit/schematics/testing';
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';

import { APP_INTERCEPTORS, type AppShape } from '../testing/app-shape';
import { BOOTSTRAP_SHAPES } from '../testing/bootstrap-shapes';
import { contentsOf } from '../testing/contents-of';
import { MODULE_SHAPES } from '../testing/module-shapes';
import { createApp, schematics } from '../testing/schematics';
import { sendRequest } from '../testing/send-request';
import { squash } from '../testing/squash';
import { STANDALONE_SHAPES } from '../testing/standalone-shapes';
import { typeErrorsOfEach } from '../testing/type-errors';
import { withFiles } from '../testing/with-files';

matrix('A provideHttpClient of a standalone application', true, STANDALONE_SHAPES);
matrix('A standalone application that is started', true, BOOTSTRAP_SHAPES);
matrix('A root module', false, MODULE_SHAPES);

function matrix(title: string, standalone: boolean, shapes: readonly AppShape[]): void {
  describe(title, () => {
    const given: UnitTestTree[] = [];
    const edited: UnitTestTree[] = [];
    let errors: readonly (readonly string[])[];

    before(async () => {
      const fresh = await createApp({ standalone, inlineTemplate: true, inlineStyle: true });
      for (const shape of shapes) {
        const tree = withFiles(fresh, { ...APP_INTERCEPTORS, ...shape.files });
        given.push(tree);
        edited.push(await ngAdd(tree));
      }
      // All at once, for that is far quicker.
      errors = typeErrorsOfEach([...given, ...edited]);
    });

    for (const [index, { name, path, becomes, chain = [] }] of shapes.entries()) {
      const before = () => given[index] ?? assert.fail();
      const after = () => edited[index] ?? assert.fail();

      describe(name, () => {
        it('gets the interceptors and the session', () => {
          const source = squash(after().readText(path));
          assert.ok(source.includes(squash(becomes)), after().readText(path));
        });

        it('compiles before and after', () => {
          assert.deepEqual(errors[index], []);
          assert.deepEqual(errors[shapes.length + index], []);
        });

        it('sends a request through each interceptor once, ours last', () => {
          const { signatures, withCredentials } = sendRequest(after());
          assert.deepEqual(signatures, [
            ...chain,
            'credentialsInterceptor',
            'unauthorizedInterceptor',
          ]);
          assert.ok(withCredentials);
        });

        it('stays as it is when it is run again', async () => {
          const options = { baseUrl: 'https://other.example.com', cache: '1h' };
          assert.deepEqual(contentsOf(await ngAdd(after(), options)), contentsOf(after()));
          assert.notDeepEqual(contentsOf(before()), contentsOf(after()));
        });
      });
    }
  });
}

function ngAdd(tree: UnitTestTree, options = {}): Promise<UnitTestTree> {
  return schematics().runSchematic(
    'ng-add',
    { signInPage: false, ...options },
    withFiles(tree, {}),
  );
}
