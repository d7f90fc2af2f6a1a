import type { Tx } from '#lib/db/base/in-tenant';
import type { WireFormatName } from '#lib/domain/base/system';

type SourceBinding = {
  readonly name: string;
  readonly environment: string | null;
  readonly wireId: string | null;
  readonly ratePerSecond: number | null;
};

type NewSource = SourceBinding & { readonly id: string; readonly key: string; readonly format: WireFormatName };

/** Keeps a key for one source among all tenants. False: another source has it. */
export async function claimSourceKey(
  tx: Tx,
  tenantId: string,
  { id, key }: Pick<NewSource, 'id' | 'key'>,
): Promise<boolean> {
  const { count } = await tx.sourceDirectory.createMany({
    data: { key, tenantId, sourceId: id },
    skipDuplicates: true,
  });
  return count > 0;
}

export async function addSource(tx: Tx, tenantId: string, source: NewSource): Promise<void> {
  await tx.source.create({ data: { tenantId, ...source } });
}

export async function saveSourceBinding(tx: Tx, tenantId: string, id: string, binding: SourceBinding): Promise<void> {
  await tx.source.update({ where: { tenantId_id: { tenantId, id } }, data: binding });
}

type SavedState = {
  readonly pausedAt: Date | null;
  readonly disabledAt: Date | null;
  readonly stateBy: string | null;
  readonly stateReason: string | null;
  /** Left out: as it was. */
  readonly activeSince?: Date;
};

/** Saves whether a source is active, paused or off, and who says so. */
export async function saveSourceState(tx: Tx, tenantId: string, id: string, state: SavedState): Promise<void> {
  await tx.source.update({ where: { tenantId_id: { tenantId, id } }, data: state });
}

/** Counts a change of a source. */
export async function raiseSourceVersion(tx: Tx, tenantId: string, id: string): Promise<void> {
  await tx.source.update({ where: { tenantId_id: { tenantId, id } }, data: { version: { increment: 1 } } });
}
