import { correctPatient } from '#lib/commands/patients/change-patient';
import { route } from '#lib/http';
import { idempotencyKeyOf } from '#lib/http/base/idempotency-key';
import { patientCorrectionSchema, patientParams } from '#lib/http/directories/directory-schema';
import { getPatient } from '#lib/views/patients/patient-detail';

export const dynamic = 'force-dynamic';

export const GET = route(
  { permission: 'directories.read', params: patientParams },
  async ({ account, params, requestId }) => getPatient(account, params.id, requestId),
);

/** Enters or corrects the clinic's data of a person. */
export const POST = route(
  { permission: 'directories.edit', params: patientParams, body: patientCorrectionSchema },
  async ({ request, account, params: { id }, body, requestId }) =>
    correctPatient(account, { id, key: idempotencyKeyOf(request), requestId }, body),
);
