import type { Tx } from '#lib/db/base/in-tenant';
import { type NoEmailReason, noEmailReason } from '#lib/domain/mail/may-resend';
import type { Withdrawal } from '#lib/domain/mail/outbox';
import type { Outgoing } from './outbox.ts';

/** Cancels a resend that has not left, with its reason in its history; null when it has left, or is canceled already. */
export async function cancelResend(
  tx: Tx,
  { tenantId, id, prescriptionId }: Pick<Outgoing, 'tenantId' | 'id' | 'prescriptionId'>,
  why: Withdrawal,
  settledBy: string | null,
): Promise<{ readonly address: string } | null> {
  const one = JSON.stringify([{ outcome: 'withdrawn', reply: why }]);
  const [row] = await tx.$queryRaw<{ address: string }[]>`
    update "OutboxMessage" set state = 'cancelled', "settledBy" = ${settledBy}, "settledAt" = clock_timestamp(), "leaseUntil" = null,
      tries = tries || jsonb_set(${one}::jsonb, '{0,at}', to_jsonb(to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))
    where "tenantId" = ${tenantId} and id = ${id} and "prescriptionId" = ${prescriptionId} and purpose = 'resend' and state = 'queued'
    returning address`;
  return row ?? null;
}

type Ground = {
  readonly prescriptionId: string;
  readonly code: string | null;
  readonly state: string;
  readonly expirationDate: string | null;
  readonly today: string;
  readonly emailAddress: string | null;
  readonly address: string;
  readonly settled: boolean;
};

/** The reason why a queued resend has nothing left to be sent for; null: it may go. Checked before each try, since an hour may lie between them. */
export async function needlessResend(
  tx: Tx,
  tenantId: string,
  id: string,
): Promise<{ readonly prescriptionId: string; readonly why: Withdrawal } | null> {
  const [row] = await tx.$queryRaw<Ground[]>`
    select p.id as "prescriptionId", p.code, p.state, to_char(p."expirationDate", 'YYYY-MM-DD') as "expirationDate", to_char(now() at time zone t."timeZone", 'YYYY-MM-DD') as today,
      p."emailAddress", m.address,
      exists (select from "FollowUp" f where f."tenantId" = m."tenantId" and f."prescriptionId" = m."prescriptionId"
        and f.kind in ('not_delivered', 'not_picked_up') and f."settledAt" > m."createdAt") as settled
    from "OutboxMessage" m join "Tenant" t on t."tenantId" = m."tenantId"
      join "Prescription" p on p."tenantId" = m."tenantId" and p.id = m."prescriptionId"
    where m."tenantId" = ${tenantId} and m.id = ${id} and m.purpose = 'resend' and m.state = 'queued'`;
  if (!row) return null;
  const same = row.emailAddress?.toLowerCase() === row.address.toLowerCase();
  const untold = noEmailReason({ ...row, id: row.prescriptionId });
  const why = untold !== null ? withdrawnAs(untold) : row.settled ? 'settled' : same ? null : 'address';
  return why && { prescriptionId: row.prescriptionId, why };
}

/** An ended prescription is not emailed any more; one that is on hold, dispensed or without its code is not emailed now. */
function withdrawnAs(untold: NoEmailReason): Withdrawal {
  return untold === 'canceled' || untold === 'discontinued' || untold === 'expired' ? 'ended' : 'not_now';
}
