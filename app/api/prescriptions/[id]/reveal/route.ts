import { route } from '#lib/http';
import { reason } from '#lib/http/asked-list';
import { prescriptionParams } from '#lib/http/prescription-id';
import { revealPrescription } from '#lib/views/reveal-prescription';

export const POST = route(
  { permission: 'prescriptions.reveal', params: prescriptionParams, body: reason },
  async ({ account, params, body, requestId }) => revealPrescription(account, params.id, body.reason, requestId),
);
