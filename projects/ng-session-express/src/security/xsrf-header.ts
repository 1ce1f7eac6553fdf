/** Carries the token to the app, and back with every mutating request. */
export const XSRF_HEADER = 'X-XSRF-TOKEN';
