/** Columns of a line in an application of `ng new`. */
export const LINE_WIDTH = 100;
