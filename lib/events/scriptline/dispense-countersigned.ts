import { z } from 'zod';
import { isStorableText } from '#lib/domain/base/json/jsonb-limits';
import { change } from '#lib/domain/ledger/change';
import { defineEvent } from '../define-event.ts';
import { facts } from '../words.ts';
import { prescriptionRow } from './prescription-row.ts';
import { aboutStock, dispenseRow } from './stock-ids.ts';

const payload = z.object({
  dispenseId: dispenseRow.required,
  prescriptionId: prescriptionRow.optional,
  /** The sources' ids of the person who signs: should one of them turn out to be the dispenser's, the dispenser signed their own. */
  signerIds: z.array(z.string().min(1).max(300).refine(isStorableText)).max(50).default([]),
});

/** Another pharmacist signed for a controlled dispense. */
export const dispenseCountersigned = defineEvent({
  type: 'scriptline.dispense.countersigned',
  system: 'scriptline',
  basis: 'published',
  keep: 'subject',
  payload,
  subjects: aboutStock,
  entry: (data, { actorId }) => ({
    lane: 'fill',
    tone: 'good',
    title: { key: 'dispenseCountersigned', params: {} },
    facts: facts(['dispense', data.dispenseId, 'mono'], ['by', actorId ?? undefined, 'mono']),
  }),
  project: (data, { at, actorId }) => [
    change('dispense', data.dispenseId, at, { countersignedBy: actorId ?? '', countersignedIds: data.signerIds }),
  ],
});
