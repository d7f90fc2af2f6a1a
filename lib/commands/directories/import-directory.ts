import { createHash } from 'node:crypto';
import { recordActions } from '#lib/actions/record-actions';
import { requireState } from '#lib/commands/base/if-unchanged';
import { addressActions } from '#lib/commands/ledger/address-actions';
import type { ImportPreview, ImportResult, ShownRow } from '#lib/contract/directories/directory-import';
import { inTenant, type Tx } from '#lib/db/base/in-tenant';
import { databaseNow } from '#lib/db/base/now';
import { lockDirectory } from '#lib/db/directories/directory-lock';
import { knownProducts } from '#lib/db/directories/known-products';
import { writeAudit, writeAudits } from '#lib/db/ledger/audit/audit';
import { digestsByKey } from '#lib/db/ledger/digests-by-key';
import { contentOf } from '#lib/db/ledger/own-event';
import { retryContention } from '#lib/db/ledger/retry-contention';
import { knownPatients } from '#lib/db/patients/known-patients';
import { knownEncounters } from '#lib/db/prescriptions/known-encounters';
import type { Account } from '#lib/domain/access/account';
import { extentOf } from '#lib/domain/access/permission';
import type { ImportKind } from '#lib/domain/directories/import-columns';
import { actionsOf, type PlannedRow } from '#lib/domain/directories/import-plan';
import { planProducts } from '#lib/domain/directories/plan-products';
import { planPatients } from '#lib/domain/patients/plan-patients';
import { type EncounterFileRow, planEncounters } from '#lib/domain/prescriptions/plan-encounters';
import { importedAddresses } from './imported-addresses.ts';
import { parseImportCsv } from './parse-import-csv.ts';

const mostShown = 500;
const batch = 200;

/** A file with the way to plan it against the present directory: all of it, or the rows that begin at some lines. */
type Opened = {
  readonly print: string;
  readonly plan: (tx: Tx, lines?: ReadonlyMap<number, unknown>) => Promise<readonly PlannedRow[]>;
};

function planning<R extends { readonly line: number }, K>(
  rows: readonly R[],
  planOf: (asked: readonly R[], known: K) => readonly PlannedRow[],
  known: (tx: Tx, asked: readonly R[]) => Promise<K>,
): Opened['plan'] {
  return async (tx, lines) => {
    const chosen = lines ? rows.filter(({ line }) => lines.has(line)) : rows;
    return planOf(chosen, await known(tx, chosen));
  };
}

async function opened(kind: ImportKind, tenantId: string, csv: string): Promise<Opened> {
  const print = createHash('sha256').update(`${kind}\n${csv}`).digest('hex');
  if (kind === 'patients') {
    const rows = await parseImportCsv(kind, csv);
    return { print, plan: planning(rows, planPatients(rows), (tx, asked) => knownPatients(tx, tenantId, asked)) };
  }
  if (kind === 'encounters') {
    const rows = await parseImportCsv(kind, csv);
    const names = (asked: readonly EncounterFileRow[]) => asked.flatMap(({ cells }) => cells.prescription ?? []);
    const known = (tx: Tx, asked: readonly EncounterFileRow[]) => knownEncounters(tx, tenantId, names(asked));
    return { print, plan: planning(rows, planEncounters(rows), known) };
  }
  const rows = await parseImportCsv(kind, csv);
  return { print, plan: planning(rows, planProducts(rows), (tx, asked) => knownProducts(tx, tenantId, asked)) };
}

const contents = (row: PlannedRow) => actionsOf(row).map(contentOf);

/** Names a plan by its writes. A row that was applied already counts as planned: its actions are in the ledger. */
function digestOf(print: string, rows: readonly PlannedRow[], applied: ReadonlyMap<number, readonly string[]>): string {
  const plan = rows.map((row) => [row.line, ...(applied.get(row.line) ?? contents(row))]);
  return createHash('sha256')
    .update(JSON.stringify([print, plan]))
    .digest('hex')
    .slice(0, 40);
}

const keyOf = (digest: string, line: number, nth: number) => `import:${digest}:${line}:${nth}`;

/** The part of a plan that is in the ledger already, by line: the contents of its actions in their order. */
async function appliedOf(
  tx: Tx,
  tenantId: string,
  digest: string,
  rows: readonly PlannedRow[],
): Promise<ReadonlyMap<number, readonly string[]>> {
  const applied = new Map<number, string[]>();
  let open = rows.map(({ line }) => line);
  for (let nth = 0; open.length > 0; nth++) {
    const digests = await digestsByKey(
      tx,
      tenantId,
      open.map((line) => keyOf(digest, line, nth)),
    );
    open = open.filter((line) => digests.has(keyOf(digest, line, nth)));
    for (const line of open)
      applied.set(line, [...(applied.get(line) ?? []), digests.get(keyOf(digest, line, nth)) ?? '']);
  }
  return applied;
}

function shown(row: PlannedRow, veiled: boolean): ShownRow {
  if (!('acts' in row)) return row;
  const { acts: _, ...rest } = row;
  return veiled ? { ...rest, changes: rest.changes.map((change) => ({ ...change, before: null })) } : rest;
}

/** The changes that a file would make to the directory. Only the view is recorded: the entries that would change are shown. */
export async function previewImport(
  { scope }: Account,
  kind: ImportKind,
  csv: string,
  requestId: string,
): Promise<ImportPreview> {
  const { tenantId, userId } = scope;
  const { print, plan } = await opened(kind, tenantId, csv);
  const veiled = kind !== 'encounters' && extentOf(scope, 'directories.read') === 'none';
  return inTenant(scope, async (tx) => {
    const rows = await plan(tx);
    const differing = rows.filter(({ outcome }) => outcome !== 'unchanged');
    const first = differing.slice(0, mostShown);
    const seen = first.flatMap((row) => (row.outcome === 'changed' ? actionsOf(row).slice(0, 1) : []));
    const line = { tenantId, actorId: userId, action: 'record.listed', requestId } as const;
    if (!veiled && kind === 'patients')
      await writeAudits(
        tx,
        seen.map(({ data }) => ({ ...line, subjectKind: 'patient', subjectId: String(data['recordId']) })),
      );
    const count = (word: string) => rows.filter(({ outcome }) => outcome === word).length;
    return {
      digest: digestOf(print, rows, new Map()),
      counts: {
        ...{ new: count('new'), changed: count('changed'), unchanged: count('unchanged') },
        ...{ conflicting: count('conflicting'), wrong: count('wrong') },
      },
      rows: first.map((row) => shown(row, veiled)),
      left: differing.length - first.length,
      veiled,
    };
  });
}

/**
 * Applies exactly the plan that a preview showed, some rows at a time, each row whole. Requested a second time it goes on where it stopped;
 * a row whose entries have changed in between is skipped and counted. @throws Conflict `preview-stale` when the directory has changed since
 * the preview
 */
export async function applyImport(
  { scope }: Account,
  kind: ImportKind,
  csv: string,
  digest: string,
  requestId: string,
): Promise<ImportResult> {
  const { tenantId, userId } = scope;
  const { print, plan } = await opened(kind, tenantId, csv);
  const lines = await inTenant(scope, async (tx) => {
    const rows = await plan(tx);
    const applied = await appliedOf(tx, tenantId, digest, rows);
    requireState(
      digestOf(print, rows, applied) === digest,
      'preview-stale',
      'The directory has changed since the preview.',
    );
    const line = { action: 'directory.imported', subjectKind: 'directory', subjectId: kind, reason: digest } as const;
    await writeAudit(tx, { tenantId, actorId: userId, requestId, ...line });
    return rows.flatMap((row) =>
      actionsOf(row).length > 0 && !applied.has(row.line) ? [[row.line, contents(row).join()] as const] : [],
    );
  });
  /** Emails go to an imported address, unless a person typed another at the prescription than the directory had. */
  const addressed = async (tx: Tx, rows: readonly PlannedRow[]) => {
    const people = await importedAddresses(tx, tenantId, rows);
    const acts = await addressActions(tx, scope, people);
    return acts.map((act) => ({ ...act, key: `import:${digest}:address:${String(act.data['prescriptionId'])}` }));
  };
  const result = { applied: 0, passedOver: 0 };
  for (let from = 0; from < lines.length; from += batch) {
    const wanted = new Map(lines.slice(from, from + batch));
    const done = await retryContention(() =>
      inTenant(scope, async (tx) => {
        await lockDirectory(tx, tenantId);
        const rows = await plan(tx, wanted);
        const same = rows.filter((row) => contents(row).join() === wanted.get(row.line));
        const acts = same.flatMap((row) =>
          actionsOf(row).map((act, nth) => ({ ...act, key: keyOf(digest, row.line, nth) })),
        );
        const now = await databaseNow(tx);
        await recordActions(tx, { tenantId, userId }, acts, now);
        if (kind === 'patients') await recordActions(tx, { tenantId, userId }, await addressed(tx, same), now);
        return same.length;
      }),
    );
    result.applied += done;
    result.passedOver += wanted.size - done;
  }
  return result;
}
