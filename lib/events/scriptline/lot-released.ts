import { defineEvent } from '../define-event.ts';
import { frozenLot } from './lot-quarantine.ts';

/** The pharmacist in charge releases a lot, a recalled one too. */
export const lotReleased = defineEvent(frozenLot('free'));
