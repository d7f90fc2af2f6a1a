import { randomUUID } from 'node:crypto';
import { requireState } from '#lib/commands/base/if-unchanged';
import type { SecretRotated } from '#lib/contract/connections/source';
import { addSecret, endSecrets, liveSecrets } from '#lib/db/connections/source-secrets';
import type { Account } from '#lib/domain/access/account';
import type { Overlap } from '#lib/domain/ledger/source-rules';
import { secretFor } from './source-secret.ts';
import { updateSourceIfUnchanged } from './update-source-if-unchanged.ts';

type About = { readonly id: string; readonly requestId: string };

type Rotation = {
  readonly version: number;
  /** The time for which the present secret stays valid beside the new one. */
  readonly overlapHours: Overlap;
  /** As the source issued it; left out: one is made and returned this once. */
  readonly secret?: string | undefined;
};

/**
 * A new secret takes over. Both are valid until the overlap ends, in every process at once (`lib/ingest/known-sources.ts`): no event is
 * refused. There are never more than two. @throws NotFound, Conflict `changed`, `overlap` (the one before the present one is still valid),
 * Invalid
 */
export function rotateSource({ scope }: Account, about: About, asked: Rotation): Promise<SecretRotated> {
  const { version, overlapHours } = asked;
  return updateSourceIfUnchanged(scope, { ...about, version }, async (tx, source) => {
    const owner = { tenantId: scope.tenantId, sourceId: source.id };
    const live = await liveSecrets(tx, owner);
    requireState(live.length <= 1, 'overlap', 'The secret before this one still goes: end it first.');
    const { secret, made } = secretFor(source.format, asked.secret);
    const until = await endSecrets(
      tx,
      owner,
      live.map(({ id }) => id),
      overlapHours,
    );
    await addSecret(tx, owner, `sec_${randomUUID()}`, secret);
    const previousUntil = overlapHours === 0 ? null : (until?.toISOString() ?? null);
    return {
      action: 'source.rotated',
      said: previousUntil === null ? null : `the one before goes until ${previousUntil}`,
      answer: { secret: made ? secret : null, previousUntil },
    };
  });
}

/** Ends the old secret before its time. @throws NotFound, Conflict `changed`, `no-overlap` */
export function endOldSecret({ scope }: Account, about: About, version: number): Promise<object> {
  return updateSourceIfUnchanged(scope, { ...about, version }, async (tx, source) => {
    const owner = { tenantId: scope.tenantId, sourceId: source.id };
    const old = (await liveSecrets(tx, owner)).filter(({ expiresAt }) => expiresAt !== null);
    requireState(old.length > 0, 'no-overlap', 'Only the present secret goes.');
    await endSecrets(
      tx,
      owner,
      old.map(({ id }) => id),
      0,
    );
    return { action: 'source.old-secret-ended', said: null, answer: {} };
  });
}
