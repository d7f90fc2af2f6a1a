import { applyImport, previewImport } from '#lib/commands/directories/import-directory';
import { route } from '#lib/http';
import { readText } from '#lib/http/base/read-text';
import { importQuery, largestFile } from '#lib/http/directories/directory-schema';

/** A CSV file as the body: a prescription's code or id, and its encounter. As the directories' import. */
export const POST = route(
  { permission: 'encounters.import', query: importQuery },
  async ({ request, account, query, requestId }) => {
    const csv = await readText(request, largestFile);
    return 'digest' in query
      ? applyImport(account, 'encounters', csv, query.digest, requestId)
      : previewImport(account, 'encounters', csv, requestId);
  },
);
