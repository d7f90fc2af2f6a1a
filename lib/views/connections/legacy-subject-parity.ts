import type { Page } from '#lib/contract/base/page';
import type { NameParity, ParityFact, SeenName } from '#lib/contract/connections/legacy-subject';
import { inTenant } from '#lib/db/base/in-tenant';
import {
  type FoundName,
  findFacts,
  lastLegacyOnly,
  namedTypes,
  namesSeen,
  type ParityKind,
  parityOf,
} from '#lib/db/connections/legacy-subject-parity';
import { namedSources } from '#lib/db/connections/source-names';
import type { Account } from '#lib/domain/access/account';
import { parityVerdict, waitedForMs } from '#lib/domain/connections/legacy-subject-parity';
import { legacySubjects } from '#lib/events/legacy-subjects';
import { decodeCursor } from '#lib/views/base/cursor';
import { oneMore, pageOf } from '#lib/views/base/page-of';

function seenAs(name: string, seen: readonly FoundName[]): SeenName {
  const [last] = seen
    .filter(({ wireType }) => wireType === name)
    .sort((a, b) => b.lastAt.getTime() - a.lastAt.getTime());
  return { name, lastAt: last?.lastAt.toISOString() ?? null, lastSeq: last ? Number(last.lastSeq) : null };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

/** Per type with legacy names: the facts that came under each, the last time of each name, and the verdict on retiring the legacy ones. */
export function getNameParity(
  { scope }: Account,
  { days, source }: { readonly days: number; readonly source?: string | undefined },
): Promise<NameParity> {
  const { tenantId } = scope;
  return inTenant(scope, async (tx) => {
    const known = await namedSources(tx, tenantId);
    const sourceId = source === undefined ? null : (known.find(({ key }) => key === source)?.id ?? source);
    const ofSource = <R extends { sourceId: string }>(rows: readonly R[]) =>
      rows.filter((row) => sourceId === null || row.sourceId === sourceId);
    const every = await namesSeen(tx, tenantId);
    const seen = ofSource(every);
    const sums = ofSource(await parityOf(tx, tenantId, days));
    const last = new Map((await lastLegacyOnly(tx, tenantId, sourceId, waitedForMs)).map((row) => [row.type, row]));
    const items = namedTypes.map((type) => {
      const own = sums.filter((row) => row.type === type);
      const parity = {
        both: sum(own.map(({ both }) => both)),
        legacyOnly: sum(own.map(({ legacyOnly }) => legacyOnly)),
        subjectOnly: sum(own.map(({ subjectOnly }) => subjectOnly)),
      };
      const { at = null, waiting = 0 } = last.get(type) ?? {};
      const legacy = [...legacySubjects].filter(([, subject]) => subject === type).map(([name]) => seenAs(name, seen));
      return {
        ...{ type, ...parity, waiting, legacy, subject: seenAs(type, seen) },
        lastLegacyOnlyAt: at?.toISOString() ?? null,
        verdict: parityVerdict(parity, waiting),
      };
    });
    const senders = new Set(every.map((row) => row.sourceId));
    const sources = known.filter(({ id }) => senders.has(id)).map(({ key, name }) => ({ key, name }));
    return { days, items, nextCursor: null, sources };
  });
}

export type FactAsking = {
  readonly type: string;
  readonly kind: ParityKind;
  readonly days: number;
  readonly source?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
};

/** A page of the facts that a number of the parity counts, newest first. */
export function listParityFacts({ scope }: Account, asking: FactAsking): Promise<Page<ParityFact>> {
  const { tenantId } = scope;
  const { type, kind, days, limit } = asking;
  const [at, key] = decodeCursor(asking.cursor, ['instant', 'text']) ?? [];
  return inTenant(scope, async (tx) => {
    const known = await namedSources(tx, tenantId);
    const source =
      asking.source === undefined ? null : (known.find((one) => one.key === asking.source)?.id ?? asking.source);
    const before = at === undefined || key === undefined ? null : { at, key };
    const found = await findFacts(tx, { tenantId, type, kind, days, source, before, limit: oneMore(limit) });
    const { rows, nextCursor } = pageOf(found, limit, ({ firstAt, factKey }) => [firstAt.toISOString(), factKey]);
    const items = rows.map(
      ({ factKey, sourceId, firstAt, legacySeq, subjectSeq }): ParityFact => ({
        ...{ factKey, source: known.find(({ id }) => id === sourceId)?.key ?? sourceId },
        firstAt: firstAt.toISOString(),
        legacySeq: legacySeq === null ? null : Number(legacySeq),
        subjectSeq: subjectSeq === null ? null : Number(subjectSeq),
      }),
    );
    return { items, nextCursor };
  });
}
