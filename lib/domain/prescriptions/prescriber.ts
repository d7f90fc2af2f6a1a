import { type Row, text } from '#lib/domain/ledger/fold';

/** The prescriber of a prescription, `{system}:{id}`: the one its source names, else the doctor to whom an admin assigned it. Null: nobody yet. */
export function prescriberOf(row: Row | undefined): string | null {
  return text(row, 'prescriberId') ?? text(row, 'assignedTo');
}
