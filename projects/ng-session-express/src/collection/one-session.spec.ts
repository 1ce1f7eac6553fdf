import { join } from 'node:path';

import { stores } from '../stores/stores.ts';
import { describeOneSession } from '../testing/describe-one-session.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

const file = join(await temporaryFolder(), 'one.sqlite');
describeOneSession('sqlite', () => stores.sqlite({ file }));
