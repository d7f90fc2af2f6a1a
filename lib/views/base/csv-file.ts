import { stringify } from 'csv-stringify/sync';
import type { Page } from '#lib/contract/base/page';
import { inTenant } from '#lib/db/base/in-tenant';
import { writeAudit } from '#lib/db/ledger/audit/audit';
import type { Account } from '#lib/domain/access/account';
import { byteOrderMark, type Cell, cellText } from '#lib/domain/base/csv-text';

const text = (rows: readonly (readonly Cell[])[]): string =>
  stringify(
    rows.map((row) => row.map(cellText)),
    { quoted_match: /\r/ },
  );

type List<T> = {
  /** The name in the audit and of the file. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly page: (cursor: string | undefined) => Promise<Page<T>>;
  readonly line: (row: T) => readonly Cell[];
  /** The audit's name of the exported list; left out: the list by its name. */
  readonly about?: { readonly subjectKind: 'recall'; readonly subjectId: string };
};

/** A list as a file: the same rows and order, read page by page while it is sent, so that its length costs no memory. The export is in the audit. */
export async function csvFile<T>(account: Account, list: List<T>, requestId: string): Promise<Response> {
  const { tenantId, userId } = account.scope;
  const about = list.about ?? ({ subjectKind: 'list', subjectId: list.name } as const);
  const line = { action: 'list.exported', ...about } as const;
  await inTenant(account.scope, (tx) => writeAudit(tx, { tenantId, actorId: userId, requestId, ...line }));
  let cursor: string | undefined;
  const body = new ReadableStream<string>({
    start: (controller) => controller.enqueue(byteOrderMark + text([list.columns])),
    pull: async (controller) => {
      // A stream continues only after it got rows: a page without rows leads straight to the next.
      for (;;) {
        const { items, nextCursor } = await list.page(cursor);
        if (items.length > 0) controller.enqueue(text(items.map(list.line)));
        if (nextCursor === null) return controller.close();
        cursor = nextCursor;
        if (items.length > 0) return;
      }
    },
  });
  const headers = {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${list.name}.csv"`,
  };
  return new Response(body.pipeThrough(new TextEncoderStream()), { headers });
}
