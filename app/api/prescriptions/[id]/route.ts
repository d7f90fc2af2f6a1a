import { z } from 'zod';
import { route } from '#lib/http';
import { instantParameter } from '#lib/http/base/list-query';
import { prescriptionParams } from '#lib/http/prescriptions/prescription-schema';
import { getPrescription } from '#lib/views/prescriptions/prescription-detail';

export const dynamic = 'force-dynamic';

const query = z.object({ knownAt: instantParameter.optional() });

export const GET = route(
  { permission: 'prescriptions.read', params: prescriptionParams, query },
  async ({ account, params, query: { knownAt }, requestId }) =>
    getPrescription(account, params.id, knownAt ?? null, requestId),
);
