import { randomUUID } from 'node:crypto';
import { sealWith } from '#lib/db/base/secret-box';
import type { WireFormatName } from '#lib/domain/base/system';
import type { Everyone } from './everyone.ts';
import type { Sender } from './signed-request.ts';

type Wanted = {
  readonly format?: WireFormatName;
  readonly ratePerSecond?: number;
  readonly disabled?: boolean;
  /** Replaces the sealed secret: what cannot be opened. */
  readonly sealed?: string;
  readonly encryptionKey: string;
};

/** One more source of the demo tenant, known to nobody's memory yet. */
export async function ownSourceOf(everyone: Everyone, wanted: Wanted): Promise<Sender & { readonly sourceId: string }> {
  const { format = 'medication-service', ratePerSecond = null, disabled = false, encryptionKey } = wanted;
  const sourceId = `src_${randomUUID()}`;
  const key = `own-${sourceId.slice(4, 16)}`;
  const secret = `secret-of-${key}`;
  const sealed =
    wanted.sealed ?? sealWith(Buffer.from(encryptionKey, 'base64'), secret, { tenantId: 'demo', sourceId });
  await everyone.rows(
    `insert into "Source" ("tenantId", id, key, name, format, "ratePerSecond", "disabledAt")
     values ('demo', $1, $2, $2, $3, $4, case when $5 then now() end)`,
    [sourceId, key, format, ratePerSecond, disabled],
  );
  await everyone.rows(`insert into "SourceSecret" ("tenantId", id, "sourceId", sealed) values ('demo', $1, $1, $2)`, [
    sourceId,
    sealed,
  ]);
  await everyone.rows(`insert into "SourceDirectory" (key, "tenantId", "sourceId") values ($1, 'demo', $2)`, [
    key,
    sourceId,
  ]);
  return { key, format, secret, sourceId };
}
