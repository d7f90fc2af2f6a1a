import type { FollowUpRow, FollowUps } from '#lib/contract/follow-ups/follow-up';
import type { Account } from '#lib/domain/access/account';
import { medicinesCell, personCell } from '#lib/views/base/csv-cells';
import { csvFile } from '#lib/views/base/csv-file';
import { listFollowUps } from './follow-ups.ts';

const columns = [
  ...['id', 'lane', 'incident', 'prescription', 'code', 'patient', 'medicine', 'state', 'since', 'attempts', 'next'],
  ...['mail', 'cause', 'said', 'address', 'strayAddress', 'pharmacy', 'heldUntil', 'lots', 'recallClass'],
];

const line = (row: FollowUpRow) => [
  ...[
    row.id,
    row.lane,
    row.incident,
    row.prescriptionId,
    row.code,
    personCell(row.patient),
    medicinesCell(row.medications),
  ],
  ...[row.state, row.since, row.attempts, row.next, row.mail ?? null, row.cause, row.said, row.address],
  ...[row.strayAddress, row.pharmacy, row.heldUntil, row.lots.join('; '), row.recallClass],
];

/** A page's rows as the screen has them: those of clusters first, each beneath its own. */
function asShown({ items, incidents }: FollowUps): readonly FollowUpRow[] {
  const places = new Map(incidents.map(({ key }, place) => [key, place]));
  const placeOf = ({ incident }: FollowUpRow) => places.get(incident ?? '') ?? incidents.length;
  return items.toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** A doctor's open tasks as a file, in the screen's order: recalls come with the first page, and are the last lane. */
export function followUpsCsv(account: Account, requestId: string): Promise<Response> {
  const recalls: FollowUpRow[] = [];
  const page = async (cursor: string | undefined) => {
    const read = await listFollowUps(account, { cursor, limit: 200 }, requestId);
    const rows = asShown(read);
    recalls.push(...rows.filter(({ lane }) => lane === 'recall'));
    const others = rows.filter(({ lane }) => lane !== 'recall');
    return { items: read.nextCursor === null ? [...others, ...recalls] : others, nextCursor: read.nextCursor };
  };
  return csvFile(account, { name: 'follow-ups', columns, page, line }, requestId);
}
