import { defineUnused } from './define-event.ts';

/** An admin tries a source: kept and counted, and changes nothing. */
export const sourceTest = defineUnused('source.test', 'scriptline', '30d');
