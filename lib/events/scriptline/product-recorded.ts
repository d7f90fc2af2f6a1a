import { z } from 'zod';
import { productFields, setting } from '#lib/domain/directories/directory';
import { change } from '#lib/domain/ledger/change';
import { defineEvent } from '../define-event.ts';
import { quantity, textScalar } from '../scalars.ts';
import { facts, wording } from '../words.ts';
import { aboutProduct, codeRow, productRow } from './directory-ids.ts';
import { listed } from './not-supplied.ts';

const payload = z.object({
  productId: productRow.required,
  /** The codes by which sources name it. */
  codes: listed(codeRow.required),
  /** Codes that are something else after all. */
  removedCodes: listed(codeRow.required),
  display: textScalar.optional,
  unit: textScalar.optional,
  schedule: textScalar.optional,
  reorderPoint: quantity.optional,
  cleared: listed(z.enum(productFields)),
  reason: textScalar.optional,
});

/** The pharmacy's name of a product, and the codes by which sources name it. A correction is a new event and carries only its changes. */
export const productRecorded = defineEvent({
  type: 'scriptline.product.recorded',
  system: 'scriptline',
  basis: 'published',
  keep: '10y',
  payload,
  subjects: (data) => [...new Set([data.productId, ...(data.codes ?? [])])].map(aboutProduct),
  entry: (data, { actorId }) => ({
    lane: null,
    tone: 'info',
    title: wording(['productRecordedAs', { medicine: data.display }], ['productRecorded']),
    facts: facts(
      ['medicine', data.display],
      ['medicineCode', data.codes?.join(', ') || undefined, 'mono'],
      ['removedCodes', data.removedCodes?.join(', ') || undefined, 'mono'],
      ['unit', data.unit],
      ['schedule', data.schedule],
      ['reorderPoint', data.reorderPoint],
      ['cleared', data.cleared?.join(', ') || undefined, 'mono'],
      ['reason', data.reason],
      ['by', actorId ?? undefined, 'mono'],
    ),
  }),
  project: (data, { at }) => {
    const { productId, codes = [], removedCodes = [], display, unit, schedule, reorderPoint, cleared = [] } = data;
    const codeSet = new Set(codes);
    return [
      change('product', productId, at, setting({ display, unit, schedule, reorderPoint }, cleared)),
      ...[...codeSet].map((code) => change('productCode', code, at, { productId })),
      ...removedCodes
        .filter((code) => !codeSet.has(code))
        .map((code) => change('productCode', code, at, { productId: '' })),
    ];
  },
});
