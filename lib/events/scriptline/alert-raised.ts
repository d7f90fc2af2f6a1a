import { z } from 'zod';
import { rowId } from '#lib/domain/base/json/row-id';
import { change } from '#lib/domain/ledger/change';
import { defineEvent } from '../define-event.ts';
import { count, day } from '../scalars.ts';
import { facts } from '../words.ts';
import { aboutStock, lotNumber, lotRow, stockItemRow } from './stock-ids.ts';

const payload = z.object({
  kind: z.enum(['expiry']),
  stockItemId: stockItemRow.required,
  lotNumber: lotNumber.required,
  expiryDate: day.required,
  horizonDays: count.optional,
});

/** The daily sweep found a lot within our own horizon that its source has not alerted about. */
export const alertRaised = defineEvent({
  type: 'scriptline.alert.raised',
  system: 'scriptline',
  basis: 'published',
  keep: '90d',
  payload,
  subjects: aboutStock,
  entry: (data) => ({
    lane: null,
    tone: 'warn',
    title: { key: 'lotExpiresSoon', params: {} },
    facts: facts(
      ['lot', data.lotNumber, 'mono'],
      ['expires', data.expiryDate, 'date'],
      ['horizonDays', data.horizonDays],
      ['stockItem', data.stockItemId, 'mono'],
    ),
  }),
  project: (data, { at }) => {
    const { stockItemId, expiryDate, horizonDays } = data;
    return [
      change('stockItem', stockItemId, at, {}),
      change('lot', lotRow(data) ?? '', at, { stockItemId, lotNumber: data.lotNumber }),
      change('alert', rowId('expiry', stockItemId, data.lotNumber), at, {
        ...{
          kind: 'expiry',
          stockItemId,
          lotNumber: data.lotNumber,
          openedAt: at,
          raisedAt: at,
          expiryDate,
          horizonDays,
        },
      }),
    ];
  },
});
