import { defineEvent } from '../define-event.ts';
import { lotQuarantineEvent } from './lot-quarantine.ts';

/** A pharmacist takes a lot off the shelf until its future is decided. */
export const lotQuarantined = defineEvent(lotQuarantineEvent('quarantined'));
