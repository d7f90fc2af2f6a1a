import type { BreakGlassRow, BreakGlassSubject, OpenBreakGlass } from '#lib/contract/access/break-glass';
import type { breakGlassList } from '#lib/contract/access/break-glass-list';
import type { PageAsked } from '#lib/contract/base/list';
import type { Page } from '#lib/contract/base/page';
import { findBreakGlassGrants, openBreakGlassGrants, type ReviewedBreakGlass } from '#lib/db/access/break-glass';
import { inTenant } from '#lib/db/base/in-tenant';
import type { Account } from '#lib/domain/access/account';
import { breakGlassStateOf } from '#lib/domain/access/break-glass';
import { decodeCursor } from '#lib/views/base/cursor';
import { oneMore, pageOf } from '#lib/views/base/page-of';

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

/** A page of openings for the admin who reviews them: those that nobody has reviewed unless asked otherwise, newest first unless asked otherwise. */
export async function listBreakGlassReviews(
  { scope }: Account,
  asked: PageAsked<typeof breakGlassList>,
): Promise<Page<BreakGlassRow>> {
  const { show = 'unreviewed', sort = '-opened', cursor, limit } = asked;
  const [key, id] = decodeCursor(cursor, ['instant', 'text']) ?? [];
  const after = key !== undefined && id !== undefined ? { key, id } : null;
  const found = await inTenant(scope, (tx) =>
    findBreakGlassGrants(tx, scope.tenantId, { show, sort, after, limit: oneMore(limit) }),
  );
  const { rows, nextCursor } = pageOf(found, limit, (last) => [last.openedAt.toISOString(), last.id]);
  return { items: rows.map(rowOf), nextCursor };
}
