import { z } from 'zod';
import { change } from '#lib/domain/ledger/change';
import { defineEvent } from '../define-event.ts';
import { id } from '../scalars.ts';
import { facts, wording } from '../words.ts';
import { aboutMedication } from './keys.ts';

const codes = z.array(id.required).max(10_000).nullish();
const payload = z.object({ version: id.optional, added: codes, removed: codes });

export const tenantFormularyUpdated = defineEvent({
  type: 'tenant.formulary.updated.v1',
  system: 'medication',
  basis: 'reading',
  keep: '2y',
  payload,
  subjects: ({ added, removed }) =>
    [...new Set([...(added ?? []), ...(removed ?? [])])].map((code) => aboutMedication('product', code)),
  entry: ({ version, added, removed }) => ({
    lane: null,
    tone: removed?.length ? 'warn' : 'info',
    title: wording(['formularyUpdated', { added: added?.length ?? 0, removed: removed?.length ?? 0 }], ['formulary']),
    facts: facts(['version', version, 'mono']),
  }),
  project: ({ version, added, removed }, { at }) => [
    ...(added ?? []).map((code) => change('formularyNotice', code, at, { listed: true, version, noticedAt: at })),
    ...(removed ?? []).map((code) => change('formularyNotice', code, at, { listed: false, version, noticedAt: at })),
  ],
});
