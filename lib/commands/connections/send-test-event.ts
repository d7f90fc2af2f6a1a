import { randomUUID } from 'node:crypto';
import { requireRow, requireState } from '#lib/commands/base/if-unchanged';
import { wireIdsOf } from '#lib/db/access/tenant-settings';
import { inTenant } from '#lib/db/base/in-tenant';
import { lockSource } from '#lib/db/connections/find-sources';
import { signingSecret } from '#lib/db/connections/source-secrets';
import { writeAudit } from '#lib/db/ledger/audit/audit';
import type { Account } from '#lib/domain/access/account';
import { Conflict } from '#lib/domain/base/refusal';
import { canSign } from '#lib/domain/ledger/source-rules';
import { signHeaders } from '#lib/sources/sign';
import { testBody } from '#lib/sources/test-delivery';

/** A signed request as the source's own sender would make it: harmless, and to be received by the endpoint's own hops. */
export type TestDelivery = { readonly key: string; readonly messageId: string; readonly request: Request };

/** @throws NotFound, Conflict `cannot-sign` (only a public key is kept), `no-secret`, `paused` (its sender would have to wait too) */
export function signTest({ scope }: Account, id: string, requestId: string): Promise<TestDelivery> {
  const { tenantId, userId } = scope;
  return inTenant(scope, async (tx) => {
    const source = requireRow(await lockSource(tx, tenantId, id));
    requireState(source.pausedAt === null, 'paused', 'This source is paused: resume it first.');
    const secret = await signingSecret(tx, { tenantId, sourceId: id });
    if (secret === null) throw new Conflict('no-secret', 'No secret of this source goes any more: make a new one.');
    if (!canSign(secret)) throw new Conflict('cannot-sign', 'Only the sender can sign for this source.');
    const wireIds = await wireIdsOf(tx, tenantId);
    const messageId = `test-${randomUUID()}`;
    const at = new Date().toISOString();
    const { environment, format, key } = source;
    const raw = testBody(format, { id: messageId, at, environment, tenantId: source.wireId ?? wireIds[0] ?? null });
    const headers = signHeaders(format, raw, secret, { now: Date.now() / 1000, messageId });
    const line = { action: 'source.tested', subjectKind: 'source', subjectId: id, requestId } as const;
    await writeAudit(tx, { tenantId, actorId: userId, ...line });
    const length = String(Buffer.byteLength(raw));
    const request = new Request(`http://source.test/api/webhooks/${key}`, {
      method: 'POST',
      headers: {
        ...headers,
        ...(format === 'standard' ? { 'content-type': 'application/cloudevents+json' } : {}),
        'content-length': length,
      },
      body: raw,
    });
    return { key, messageId, request };
  });
}
