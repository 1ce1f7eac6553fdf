import { expressMutationsOf } from '../mutation.ts';

export const EXPRESS_SQLITE_MUTATIONS = [
  ...expressMutationsOf('stores/sqlite/create-tables.ts', 'stores/sqlite/add-successor', [
    ['a table of before stops the app', 'addSuccessor(database, sessions);', ''],
  ]),
  ...expressMutationsOf('stores/sqlite/add-successor.ts', 'stores/sqlite/add-successor', [
    ['of two processes, the second fails', 'if (!isThere()) database.exec', 'database.exec'],
    ['a failure leaves a transaction open', "database.exec('ROLLBACK');", ''],
  ]),
  ...expressMutationsOf('stores/sqlite/open-database.ts', 'stores/sqlite/open-database', [
    ['others may read the file', "openSync(file, 'wx', 0o600)", "openSync(file, 'wx')"],
    [
      'to open the file again drops its locks',
      "openSync(file, 'wx', 0o600)",
      "openSync(file, 'a', 0o600)",
    ],
    ['a file that is there can not be opened', "!== 'EEXIST'", "=== 'EEXIST'"],
  ]),
];
