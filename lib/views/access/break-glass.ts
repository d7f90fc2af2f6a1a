import type { GlassRow, GlassSubject, OpenGlass } from '#lib/contract/access/break-glass';
import type { Page } from '#lib/contract/base/page';
import { findGlasses, openGlasses, type ReviewedGlass } from '#lib/db/access/break-glass';
import { inTenant } from '#lib/db/base/in-tenant';
import type { Account } from '#lib/domain/access/account';
import { glassStateOf } from '#lib/domain/access/break-glass';
import { decodeCursor, encodeCursor } from '#lib/views/base/cursor';

const kindOf = (word: string): GlassSubject => (word === 'prescription' ? 'prescription' : 'patient');

/** What the asker has open by break-glass just now. */
export async function listOpenGlasses({ scope }: Account): Promise<Page<OpenGlass>> {
  const found = await inTenant(scope, (tx) => openGlasses(tx, scope));
  const items = found.map(({ id, subjectKind, subjectId, expiresAt }) => ({
    ...{ id, subjectId, kind: kindOf(subjectKind), until: expiresAt.toISOString() },
  }));
  return { items, nextCursor: null };
}

function rowOf(found: ReviewedGlass): GlassRow {
  const { id, userId, userName, subjectId, reason, looks, endedAt, expiresAt, reviewedAt } = found;
  return {
    ...{ id, subjectId, reason, looks, kind: kindOf(found.subjectKind) },
    doctor: { id: userId, name: userName },
    openedAt: found.openedAt.toISOString(),
    until: (endedAt ?? expiresAt).toISOString(),
    state: glassStateOf(found, new Date()),
    review: reviewedAt && { at: reviewedAt.toISOString(), by: found.reviewedByName, note: found.reviewNote },
  };
}

export type GlassAsking = {
  readonly show: 'unreviewed' | 'reviewed' | 'all';
  readonly cursor?: string | undefined;
  readonly limit: number;
};

/** A page of openings for the admin who reviews them, newest first. */
export async function listGlassReviews({ scope }: Account, asking: GlassAsking): Promise<Page<GlassRow>> {
  const { show, cursor, limit } = asking;
  const [at, id] = decodeCursor(cursor, ['instant', 'text']) ?? [];
  const after = at !== undefined && id !== undefined ? { at, id } : null;
  const found = await inTenant(scope, (tx) => findGlasses(tx, scope.tenantId, { show, after, limit: limit + 1 }));
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  const nextCursor = found.length > limit && last ? encodeCursor([last.openedAt.toISOString(), last.id]) : null;
  return { items: shown.map(rowOf), nextCursor };
}
