import { route } from '#lib/http';
import { prescriptionParams } from '#lib/http/prescriptions/prescription-schema';
import { getResends } from '#lib/views/mail/resends';

export const dynamic = 'force-dynamic';

export const GET = route(
  { permission: 'prescriptions.resend', params: prescriptionParams },
  async ({ account, params, requestId }) => getResends(account, params.id, requestId),
);
