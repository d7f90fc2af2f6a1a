import type { BreakGlassRow, BreakGlassSubject, OpenBreakGlass } from '#lib/contract/access/break-glass';
import type { Page } from '#lib/contract/base/page';
import { findBreakGlassGrants, openBreakGlassGrants, type ReviewedBreakGlass } from '#lib/db/access/break-glass';
import { inTenant } from '#lib/db/base/in-tenant';
import type { Account } from '#lib/domain/access/account';
import { breakGlassStateOf } from '#lib/domain/access/break-glass';
import { decodeCursor, encodeCursor } from '#lib/views/base/cursor';

const kindOf = (word: string): BreakGlassSubject => (word === 'prescription' ? 'prescription' : 'patient');

/** The account's current emergency access. */
export async function listOpenBreakGlass({ scope }: Account): Promise<Page<OpenBreakGlass>> {
  const found = await inTenant(scope, (tx) => openBreakGlassGrants(tx, scope));
  const items = found.map(({ id, subjectKind, subjectId, expiresAt }) => ({
    ...{ id, subjectId, kind: kindOf(subjectKind), until: expiresAt.toISOString() },
  }));
  return { items, nextCursor: null };
}

function rowOf(found: ReviewedBreakGlass): BreakGlassRow {
  const { id, userId, userName, subjectId, reason, looks, endedAt, expiresAt, reviewedAt } = found;
  return {
    ...{ id, subjectId, reason, looks, kind: kindOf(found.subjectKind) },
    doctor: { id: userId, name: userName },
    openedAt: found.openedAt.toISOString(),
    until: (endedAt ?? expiresAt).toISOString(),
    state: breakGlassStateOf(found, new Date()),
    review: reviewedAt && { at: reviewedAt.toISOString(), by: found.reviewedByName, note: found.reviewNote },
  };
}

export type GlassAsking = {
  readonly show: 'unreviewed' | 'reviewed' | 'all';
  readonly cursor?: string | undefined;
  readonly limit: number;
};

/** A page of openings for the admin who reviews them, newest first. */
export async function listBreakGlassReviews({ scope }: Account, asking: GlassAsking): Promise<Page<BreakGlassRow>> {
  const { show, cursor, limit } = asking;
  const [at, id] = decodeCursor(cursor, ['instant', 'text']) ?? [];
  const after = at !== undefined && id !== undefined ? { at, id } : null;
  const found = await inTenant(scope, (tx) =>
    findBreakGlassGrants(tx, scope.tenantId, { show, after, limit: limit + 1 }),
  );
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  const nextCursor = found.length > limit && last ? encodeCursor([last.openedAt.toISOString(), last.id]) : null;
  return { items: shown.map(rowOf), nextCursor };
}
