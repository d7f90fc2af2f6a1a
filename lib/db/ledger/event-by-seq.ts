import type { Tx } from '#lib/db/base/in-tenant';

/** One kept event, whole. `raw` are the bytes as signed: its own, or its batch's with its index there. */
export type KeptEvent = {
  readonly seq: bigint;
  readonly sourceId: string;
  readonly messageId: string;
  readonly digest: string;
  readonly wireType: string | null;
  readonly environment: string | null;
  readonly correlationId: string | null;
  readonly actorId: string | null;
  readonly contentType: string | null;
  readonly headers: Record<string, string>;
  readonly occurredAt: Date | null;
  readonly receivedAt: Date;
  readonly retainUntil: Date | null;
  readonly bytes: number;
};

export async function eventBySeq(tx: Tx, tenantId: string, seq: bigint): Promise<KeptEvent | null> {
  const [row] = await tx.$queryRaw<KeptEvent[]>`
    select e.seq, e."sourceId", e."messageId", e.digest, e."wireType", e.environment, e."correlationId", e."actorId", e."contentType", e.headers,
      e."occurredAt", e."receivedAt", e."retainUntil", coalesce(octet_length(e.raw), octet_length(d.raw), 0) as bytes
    from "LedgerEvent" e left join "Delivery" d on d."tenantId" = ${tenantId} and d.id = e."deliveryId"
    where e."tenantId" = ${tenantId} and e.seq = ${seq}`;
  return row ?? null;
}

export type SignedBytes = {
  readonly raw: Uint8Array;
  readonly contentType: string | null;
  readonly index: number | null;
};

export async function signedBytes(tx: Tx, tenantId: string, seq: bigint): Promise<SignedBytes | null> {
  const [row] = await tx.$queryRaw<SignedBytes[]>`
    select coalesce(e.raw, d.raw) as raw, e."contentType", e."deliveryIndex" as index
    from "LedgerEvent" e left join "Delivery" d on d."tenantId" = ${tenantId} and d.id = e."deliveryId"
    where e."tenantId" = ${tenantId} and e.seq = ${seq}`;
  return row?.raw ? row : null;
}
