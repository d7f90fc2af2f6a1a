import type { Tx } from '#lib/db/base/in-tenant';
import { Prisma } from '#lib/db/generated/client';
import { acceptedIds } from '#lib/db/prescriptions/accepted-ids';
import type { JsonObject } from '#lib/domain/base/json/json';
import { type WireFormatName, wireFormatNames } from '#lib/domain/base/system';
import type { DeadLetterCause, DeadLetterState } from '#lib/domain/dead-letters/dead-letter';

/** An event that could not be processed, with its bytes and its source: an amendment is checked against it. */
export type AmendableEvent = {
  readonly seq: bigint;
  readonly sourceId: string;
  /** Null: a source of our own, or one that speaks nothing we know. */
  readonly format: WireFormatName | null;
  readonly environment: string | null;
  readonly wireIds: readonly string[];
  readonly raw: Uint8Array | null;
  readonly index: number | null;
  readonly contentType: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly data: JsonObject | null;
  readonly wireType: string | null;
  readonly messageId: string;
  readonly digest: string;
  readonly occurredAt: Date | null;
  readonly actorId: string | null;
  readonly receivedAt: Date;
  readonly retainUntil: Date | null;
  readonly state: DeadLetterState;
  readonly cause: DeadLetterCause;
};

type Found = Omit<AmendableEvent, 'format'> & { readonly format: string | null };

/** @param lock every other decision about the dead letter waits until this transaction is done */
export async function amendableEvent(
  tx: Tx,
  tenantId: string,
  seq: bigint,
  { lock = false } = {},
): Promise<AmendableEvent | null> {
  if (lock) await tx.$queryRaw`select 1 from "DeadLetter" where "tenantId" = ${tenantId} and seq = ${seq} for update`;
  const [row] = await tx.$queryRaw<Found[]>`
    select e.seq, e."sourceId", s.format, s.environment, ${Prisma.raw(acceptedIds)}, coalesce(e.raw, b.raw) as raw, e."deliveryIndex" as index, e."contentType",
      e.headers, e.data, e."wireType", e."messageId", e.digest, e."occurredAt", e."actorId", e."receivedAt", e."retainUntil", d.state, d.cause
    from "DeadLetter" d join "LedgerEvent" e on e."tenantId" = ${tenantId} and e.seq = d.seq
    join "Tenant" t on t."tenantId" = ${tenantId}
    left join "Source" s on s."tenantId" = ${tenantId} and s.id = e."sourceId"
    left join "Delivery" b on b."tenantId" = ${tenantId} and b.id = e."deliveryId"
    where d."tenantId" = ${tenantId} and d.seq = ${seq}`;
  if (!row) return null;
  return { ...row, format: wireFormatNames.find((name) => name === row.format) ?? null };
}
