import { applyImport, previewImport } from '#lib/commands/import-directory';
import { route } from '#lib/http';
import { importQuery, largestFile } from '#lib/http/directory-bodies';
import { readText } from '#lib/http/read-text';

/** A CSV file as the body: a prescription's code or id, and its visit. As the directories' import. */
export const POST = route(
  { permission: 'encounters.import', query: importQuery },
  async ({ request, account, query, requestId }) => {
    const csv = await readText(request, largestFile);
    return 'digest' in query
      ? applyImport(account, 'encounters', csv, query.digest, requestId)
      : previewImport(account, 'encounters', csv, requestId);
  },
);
