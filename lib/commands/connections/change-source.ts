import type { SourceEdit } from '#lib/contract/connections/source';
import { saveSourceBinding } from '#lib/db/connections/save-sources';
import type { Account } from '#lib/domain/access/account';
import { refuseWrongBinding } from './create-source.ts';
import { updateSourceIfUnchanged } from './update-source-if-unchanged.ts';

type About = { readonly id: string; readonly requestId: string };

const fields = ['name', 'environment', 'wireId', 'ratePerSecond'] as const;

/** Changes how a source is set; what is left out stays. It counts for every process within a second. @throws NotFound, Conflict `changed`, Invalid */
export function changeSource({ scope }: Account, about: About, { version, ...edit }: SourceEdit): Promise<object> {
  const { tenantId } = scope;
  return updateSourceIfUnchanged(scope, { ...about, version }, async (tx, before) => {
    const after = {
      name: edit.name ?? before.name,
      environment: edit.environment === undefined ? before.environment : edit.environment,
      wireId: edit.wireId === undefined ? before.wireId : edit.wireId,
      ratePerSecond: edit.ratePerSecond === undefined ? before.ratePerSecond : edit.ratePerSecond,
    };
    refuseWrongBinding(before.format, after);
    await saveSourceBinding(tx, tenantId, about.id, after);
    const changes = fields
      .filter((field) => after[field] !== before[field])
      .map((field) => `${field}: ${before[field] ?? '–'} → ${after[field] ?? '–'}`);
    return { action: 'source.changed', said: changes.join('; ') || null, answer: {} };
  });
}
