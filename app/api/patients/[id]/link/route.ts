import { linkPatient } from '#lib/commands/patients/change-patient';
import { route } from '#lib/http';
import { idempotencyKeyOf } from '#lib/http/base/idempotency-key';
import { linkBody, patientParams } from '#lib/http/directories/directory-schema';

export const POST = route(
  { permission: 'links.make', params: patientParams, body: linkBody },
  async ({ request, account, params: { id }, body: { patientId, note }, requestId }) =>
    linkPatient(account, { id, key: idempotencyKeyOf(request), requestId }, patientId, note),
);
