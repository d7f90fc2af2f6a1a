import { parseAsString } from 'nuqs/server';

/** How the filter of the controlled register is kept in the address bar. */
export const registerParsers = { location: parseAsString.withOptions({ history: 'push' }) };
