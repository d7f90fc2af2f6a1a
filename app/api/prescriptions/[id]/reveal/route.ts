import { route } from '#lib/http';
import { reason } from '#lib/http/base/list-query';
import { prescriptionParams } from '#lib/http/prescriptions/prescription-schema';
import { revealPrescription } from '#lib/views/prescriptions/reveal-prescription';

export const POST = route(
  { permission: 'prescriptions.reveal', params: prescriptionParams, body: reason },
  async ({ account, params, body, requestId }) => revealPrescription(account, params.id, body.reason, requestId),
);
