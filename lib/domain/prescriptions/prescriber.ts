import { type Row, text } from '#lib/domain/ledger/fold';

/** Whose prescription it is, `{system}:{id}`: the sender's word, else the doctor whom an admin gave it to. Null: nobody's yet. */
export function prescriberOf(row: Row | undefined): string | null {
  return text(row, 'prescriberId') ?? text(row, 'assignedTo');
}
