import { route } from '#lib/http';
import { prescriptionParams } from '#lib/http/prescription-id';
import { getResends } from '#lib/views/resends';

export const dynamic = 'force-dynamic';

export const GET = route(
  { permission: 'prescriptions.resend', params: prescriptionParams },
  async ({ account, params, requestId }) => getResends(account, params.id, requestId),
);
