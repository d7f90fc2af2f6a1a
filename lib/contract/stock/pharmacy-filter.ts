import { parseAsString } from 'nuqs/server';

/** The parsers that keep the filter of the controlled register in the address bar. */
export const registerParsers = { location: parseAsString.withOptions({ history: 'push' }) };
