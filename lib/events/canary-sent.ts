import { canaryType } from '#lib/domain/ledger/canary';
import { defineUnused } from './define-event.ts';

/** Our own test event, a minute apart through the real endpoint: its arrival is all that counts. */
export const canarySent = defineUnused(canaryType, 'scriptline', '30d');
