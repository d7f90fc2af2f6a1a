import { correctPatient } from '#lib/commands/change-patient';
import { route } from '#lib/http';
import { correctionBody, patientParams } from '#lib/http/directory-bodies';
import { idempotencyKeyOf } from '#lib/http/idempotency-key';
import { getPatient } from '#lib/views/patient-detail';

export const dynamic = 'force-dynamic';

export const GET = route(
  { permission: 'directories.read', params: patientParams },
  async ({ account, params, requestId }) => getPatient(account, params.id, requestId),
);

/** Enters or corrects what the clinic knows of a person. */
export const POST = route(
  { permission: 'directories.edit', params: patientParams, body: correctionBody },
  async ({ request, account, params: { id }, body, requestId }) =>
    correctPatient(account, { id, key: idempotencyKeyOf(request), requestId }, body),
);
