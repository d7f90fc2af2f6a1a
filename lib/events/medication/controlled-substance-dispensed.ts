import { z } from 'zod';
import { rowId } from '#lib/domain/base/json/row-id';
import { type Change, change } from '#lib/domain/ledger/change';
import { defineEvent } from '../define-event.ts';
import { measure } from '../measure.ts';
import { changes } from '../system-keys.ts';
import { facts, wording } from '../words.ts';
import { dispenseChanges, dispenseFacts, dispenseShape, dispenseSubjects } from './dispense.ts';
import { medicationKey } from './keys.ts';
import { schedule } from './schedule.ts';
import { stockItemChange } from './stock.ts';

const payload = z.object({ ...dispenseShape, schedule: schedule.optional });
type Controlled = z.output<typeof payload>;

/** Schedule II requires a second person: none is missing, and the dispenser is no second person. */
function lacksCountersign(data: Controlled): boolean {
  return data.schedule === 'II' && (data.counterSignId === undefined || data.counterSignId === data.pharmacistId);
}

function registerEntry(data: Controlled, at: string): Change {
  return change('registerEntry', medicationKey(data.dispenseId), at, {
    dispenseId: medicationKey(data.dispenseId),
    prescriptionId: medicationKey(data.prescriptionId),
    schedule: data.schedule,
    productCode: data.medicationCode,
    display: data.medicationDisplay,
    quantity: data.dispensedQuantity,
    unit: data.quantityUnit,
    pharmacistId: medicationKey(data.pharmacistId),
    counterSignId: medicationKey(data.counterSignId),
    enteredAt: at,
  });
}

function countersignAlert(data: Controlled, at: string): Change {
  const dispenseId = medicationKey(data.dispenseId);
  return change('alert', rowId('countersign', dispenseId), at, {
    kind: 'countersign',
    dispenseId,
    openedAt: at,
    raisedAt: at,
  });
}

export const controlledSubstanceDispensed = defineEvent({
  type: 'medication.controlled_substance.dispensed.v1',
  system: 'medication',
  basis: 'reading',
  keep: '10y',
  payload,
  subjects: dispenseSubjects,
  factKey: (data) => `cs:${data.dispenseId}`,
  entry: (data) => ({
    lane: 'fill',
    tone: lacksCountersign(data) ? 'bad' : 'controlled',
    title: wording(
      [
        lacksCountersign(data) ? 'controlledUncountersigned' : 'controlledMeasured',
        { schedule: data.schedule, ...measure(data.dispensedQuantity, data.quantityUnit) },
      ],
      ['controlledSchedule', { schedule: data.schedule }],
      ['controlled'],
    ),
    facts: [...facts(['schedule', data.schedule]), ...dispenseFacts(data)],
  }),
  project: (data, { at }) =>
    changes(
      ...dispenseChanges(data, at, { schedule: data.schedule, controlled: true }),
      registerEntry(data, at),
      stockItemChange(data.stockItemId, at, {
        controlled: true,
        schedule: data.schedule,
        controlledCode: data.medicationCode,
        controlledDisplay: data.medicationDisplay,
      }),
      lacksCountersign(data) ? countersignAlert(data, at) : undefined,
    ),
});
