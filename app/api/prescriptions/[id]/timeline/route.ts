import { z } from 'zod';
import { route } from '#lib/http';
import { instantParameter, paging } from '#lib/http/base/list-query';
import { prescriptionParams } from '#lib/http/prescriptions/prescription-schema';
import { getTimeline } from '#lib/views/prescriptions/timeline';

export const dynamic = 'force-dynamic';

const query = z.object({ ...paging, knownAt: instantParameter.optional() });

export const GET = route(
  { permission: 'prescriptions.read', params: prescriptionParams, query },
  async ({ account, params: { id }, query: { knownAt, cursor, limit }, requestId }) =>
    getTimeline(account, { id, knownAt: knownAt ?? null, cursor, limit }, requestId),
);
