import { z } from 'zod';
import { rowId } from '#lib/domain/base/json/row-id';
import type { Subject } from '#lib/domain/ledger/timeline';
import { defineEvent } from '../define-event.ts';
import { amount, id, moment } from '../scalars.ts';
import { facts, wording } from '../words.ts';
import {
  concernsPrescription,
  type Dispensation,
  dispensationChanges,
  dispensationShape,
  dispensationSubjects,
} from './dispensation.ts';
import { dispensedProducts, dispenseRows } from './dispensed-products.ts';
import { osiguKey } from './keys.ts';

const payload = z.object({
  ...dispensationShape,
  authorization_id: id.optional,
  total_amount: amount.optional,
  completed_at: moment.optional,
});

function aboutDispenses(data: Dispensation): readonly Subject[] {
  const lines = [...dispensedProducts(data.products ?? []).keys()];
  return lines.map((line) => ({ kind: 'dispense', id: rowId(osiguKey(data.dispensation_id), line) }));
}

export const dispensingCompleted = defineEvent({
  type: 'dispensing.completed',
  system: 'osigu',
  basis: 'partly published',
  keep: '2y',
  payload,
  clock: 'completed_at',
  concerns: concernsPrescription,
  subjects: (data) => [...dispensationSubjects(data), ...aboutDispenses(data)],
  entry: (data) => ({
    lane: 'fill',
    tone: 'good',
    title: wording(['dispensedAt', { pharmacy: data.pharmacy }], ['dispensedUnmeasured']),
    facts: facts(
      ...[...dispensedProducts(data.products ?? [])].map(
        ([line, { name, quantity }]) =>
          ['medicine', [quantity, name ?? line].filter((said) => said !== undefined).join(' · ')] as const,
      ),
      ['pharmacy', data.pharmacy],
      ['amount', data.total_amount],
      ['code', data.code, 'mono'],
      ['authorization', data.authorization_id, 'mono'],
      ['dispensation', data.dispensation_id, 'mono'],
    ),
  }),
  project: (data, { at }) => [
    ...dispensationChanges(data, at, { state: 'completed' }),
    ...dispenseRows(data, data.total_amount, at),
  ],
});
