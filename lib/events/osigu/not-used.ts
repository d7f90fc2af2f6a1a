import { defineUnused } from '../define-event.ts';

/** Insurance and money: kept and counted, of no concern to a prescription's way. */
export const authorizationCreated = defineUnused('authorization.created', 'osigu', '2y');
export const authorizationRejected = defineUnused('authorization.rejected', 'osigu', '2y');
export const authorizationUpdated = defineUnused('authorization.updated', 'osigu', '2y');
export const authorizationVoided = defineUnused('authorization.voided', 'osigu', '2y');
export const settlementPaid = defineUnused('settlement.paid', 'osigu', '2y');
export const settlementRejected = defineUnused('settlement.rejected', 'osigu', '2y');
export const settlementPartiallyAccepted = defineUnused('settlement.partially_accepted', 'osigu', '2y');
