import { describeLateRequests } from '../testing/describe-late-requests.ts';
import { localStores } from '../testing/local-stores.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

for (const [name, make] of localStores(await temporaryFolder())) describeLateRequests(name, make);
