import type { ProductNames } from '#lib/db/directories/product-directory';
import { maskedAddress } from '#lib/domain/base/web/masked-address';
import type { TimelineEntry } from '#lib/domain/ledger/timeline';
import type { AcceptedAtOtherAddress } from '#lib/domain/mail/accepted-at-other-address';
import type { ReadEvent } from './interpret-event.ts';

/** The source's codes of medicines that an event names by their code alone: `osigu:MED-7`. */
export function namelessCodesOf({ meaning }: ReadEvent): readonly string[] {
  const codes = meaning.changes.flatMap(({ set }) => {
    const code = 'productCode' in set && !('display' in set && set.display !== undefined) ? set.productCode : undefined;
    return typeof code === 'string' ? [`${meaning.system}:${code}`] : [];
  });
  return [...new Set(codes)];
}

/** The entry with what the tenant's directory calls its medicines, foremost among its details; each name once. */
function named(entry: TimelineEntry, names: readonly string[]): TimelineEntry {
  if (names.length === 0) return entry;
  return { ...entry, facts: [{ label: 'medicine', value: names.join(', '), kind: 'text' }, ...entry.facts] };
}

/** An acceptance elsewhere than at the address on file, shown as such. */
function strayed(entry: TimelineEntry, strays: readonly AcceptedAtOtherAddress[]): TimelineEntry {
  if (entry.title.key !== 'emailAccepted') return entry;
  const to = entry.facts.find(({ kind }) => kind === 'email')?.value.toLowerCase();
  if (to === undefined || !strays.some(({ address }) => address.toLowerCase() === to)) return entry;
  return { ...entry, tone: 'warn', title: { key: 'emailAcceptedElsewhere', params: { address: maskedAddress(to) } } };
}

/** The text of an event here: with facts of this tenant and this prescription beyond the event itself. */
export function notedEntry(
  read: ReadEvent,
  medicines: ProductNames,
  strays: readonly AcceptedAtOtherAddress[],
): TimelineEntry {
  const names = namelessCodesOf(read).flatMap((code) => medicines(code) ?? []);
  return strayed(named(read.meaning.entry, [...new Set(names)]), strays);
}
