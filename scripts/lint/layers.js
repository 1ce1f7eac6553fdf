/**
 * The layers of the library, lowest first; layers in one row stand side by side.
 *
 * A folder may import itself and any row below, never its neighbour and never what is above.
 */
export const LAYERS = [
  ['config'],
  ['backend'],
  ['stores'],
  ['data'],
  ['session'],
  ['access', 'http', 'flash'],
  ['features'],
];
