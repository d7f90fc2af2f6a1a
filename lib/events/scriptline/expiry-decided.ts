import { z } from 'zod';
import { change } from '#lib/domain/ledger/change';
import { expiryDecisions } from '#lib/domain/stock/expiry-decision';
import { defineEvent } from '../define-event.ts';
import { textScalar } from '../scalars.ts';
import { facts } from '../words.ts';
import { aboutStock, lotNumber, lotRow, stockItemRow } from './stock-ids.ts';

const payload = z.object({
  stockItemId: stockItemRow.required,
  lotNumber: lotNumber.required,
  decision: z.enum(expiryDecisions),
  /** The person it is assigned to, as the clinic names them. */
  owner: textScalar.optional,
  reason: textScalar.optional,
});

/** The decision about a lot before, or after, it expires. Movements show the quantity that really leaves. */
export const expiryDecided = defineEvent({
  type: 'scriptline.expiry.decided',
  system: 'scriptline',
  basis: 'published',
  keep: '10y',
  payload,
  subjects: aboutStock,
  entry: (data, { actorId }) => ({
    lane: null,
    tone: 'info',
    title: { key: 'expiryDecided', params: { decision: data.decision } },
    facts: facts(
      ['owner', data.owner],
      ['reason', data.reason],
      ['lot', data.lotNumber, 'mono'],
      ['stockItem', data.stockItemId, 'mono'],
      ['by', actorId ?? undefined, 'mono'],
    ),
  }),
  project: (data, { at, actorId }) => {
    const { stockItemId, decision, owner = '', reason = '' } = data;
    return [
      change('stockItem', stockItemId, at, {}),
      change('lot', lotRow(data) ?? '', at, {
        ...{ stockItemId, lotNumber: data.lotNumber, decision, decisionOwner: owner },
        ...{ decisionReason: reason, decidedBy: actorId ?? '' },
      }),
    ];
  },
});
