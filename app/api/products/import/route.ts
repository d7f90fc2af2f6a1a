import { applyImport, previewImport } from '#lib/commands/import-directory';
import { route } from '#lib/http';
import { importQuery, largestFile } from '#lib/http/directory-bodies';
import { readText } from '#lib/http/read-text';

/** A CSV file as the body. `?preview=1` says what it would do; `?digest=…` does exactly that, or answers 409. */
export const POST = route(
  { permission: 'directories.import', query: importQuery },
  async ({ request, account, query, requestId }) => {
    const csv = await readText(request, largestFile);
    return 'digest' in query
      ? applyImport(account, 'products', csv, query.digest, requestId)
      : previewImport(account, 'products', csv, requestId);
  },
);
