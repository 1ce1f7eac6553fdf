import { describeRoutes } from '../testing/describe-routes.ts';
import { localStores } from '../testing/local-stores.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

for (const [name, make] of localStores(await temporaryFolder())) describeRoutes(name, make);
