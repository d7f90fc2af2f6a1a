import { route } from '#lib/http';
import { patientSearchBody } from '#lib/http/directory-bodies';
import { searchPatients } from '#lib/views/patient-list';

/** By POST, so that a person's name never stands in an address. */
export const POST = route(
  { permission: 'directories.read', body: patientSearchBody },
  async ({ account, body: { q }, requestId }) => searchPatients(account, q, requestId),
);
