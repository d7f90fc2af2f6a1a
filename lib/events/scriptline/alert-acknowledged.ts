import { z } from 'zod';
import { change } from '#lib/domain/ledger/change';
import { defineEvent } from '../define-event.ts';
import { id, textScalar } from '../scalars.ts';
import { facts } from '../words.ts';
import { prescriptionRow } from './prescription-row.ts';
import { aboutStock, lotNumber, stockItemRow } from './stock-ids.ts';

const payload = z.object({
  alertId: id.required,
  reason: textScalar.optional,
  prescriptionId: prescriptionRow.optional,
  stockItemId: stockItemRow.optional,
  lotNumber: lotNumber.optional,
});

/** A person has seen an alert or a safety check; it stays until it is resolved. */
export const alertAcknowledged = defineEvent({
  type: 'scriptline.alert.acknowledged',
  system: 'scriptline',
  basis: 'published',
  keep: '10y',
  payload,
  subjects: aboutStock,
  entry: (data, { actorId }) => ({
    lane: data.prescriptionId === undefined ? null : 'safety',
    tone: 'info',
    title: { key: 'alertAcknowledged', params: {} },
    facts: facts(['alert', data.alertId, 'mono'], ['reason', data.reason], ['by', actorId ?? undefined, 'mono']),
  }),
  project: (data, { at, actorId }) => [
    change('alert', data.alertId, at, {
      ...{ acknowledgedAt: at, acknowledgedBy: actorId ?? '', acknowledgeReason: data.reason ?? '' },
    }),
  ],
});
