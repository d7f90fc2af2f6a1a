import { defineEvent } from '../define-event.ts';
import { frozenLot } from './lot-frozen.ts';

/** A pharmacist takes a lot off the shelf until it is known what to do with it. */
export const lotQuarantined = defineEvent(frozenLot('quarantined'));
