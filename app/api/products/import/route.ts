import { applyImport, previewImport } from '#lib/commands/directories/import-directory';
import { route } from '#lib/http';
import { readText } from '#lib/http/base/read-text';
import { importQuery, largestFile } from '#lib/http/directories/directory-schema';

/** A CSV file as the body. `?preview=1` shows its changes; `?digest=…` makes exactly those, or answers 409. */
export const POST = route(
  { permission: 'directories.import', query: importQuery },
  async ({ request, account, query, requestId }) => {
    const csv = await readText(request, largestFile);
    return 'digest' in query
      ? applyImport(account, 'products', csv, query.digest, requestId)
      : previewImport(account, 'products', csv, requestId);
  },
);
