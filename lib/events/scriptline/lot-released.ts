import { defineEvent } from '../define-event.ts';
import { lotQuarantineEvent } from './lot-quarantine.ts';

/** The pharmacist in charge releases a lot, a recalled one too. */
export const lotReleased = defineEvent(lotQuarantineEvent('free'));
