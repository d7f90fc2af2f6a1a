import { linkPatient } from '#lib/commands/change-patient';
import { route } from '#lib/http';
import { linkBody, patientParams } from '#lib/http/directory-bodies';
import { idempotencyKeyOf } from '#lib/http/idempotency-key';

export const POST = route(
  { permission: 'links.make', params: patientParams, body: linkBody },
  async ({ request, account, params: { id }, body: { patientId, note }, requestId }) =>
    linkPatient(account, { id, key: idempotencyKeyOf(request), requestId }, patientId, note),
);
