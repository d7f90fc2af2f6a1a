import type { Json } from '#lib/domain/base/json/json';
import { shortenedText } from '#lib/domain/base/shortened';
import type { Fact } from '#lib/domain/ledger/timeline';
import type { UnreadableField } from './read-payload.ts';
import { kindOf } from './unreadable.ts';

const mostFacts = 10;
/** A value is shown to be recognised, not to be read whole. */
const mostCharacters = 120;

/** The fields of an event that could not be read, for its reader: their names, and the original text. */
export function unreadableFacts(unreadable: readonly UnreadableField[]): readonly Fact[] {
  return unreadable.slice(0, mostFacts).map(({ path, value, instead }): Fact => {
    const field = path.replace(/^data\./, '');
    if (instead === undefined) return mono('notReadable', `${field}: ${asItCame(value)}`);
    if (typeof value === 'string' && value.length > instead.length)
      return mono('cutShort', `${field}: ${instead.length} / ${value.length}`);
    return mono('readAs', `${field}: ${asItCame(value)} → ${instead}`);
  });
}

const mono = (label: string, value: string): Fact => ({ label, value, kind: 'mono' });

function asItCame(value: Json): string {
  if (typeof value === 'object') return `(${kindOf(value)})`;
  return shortenedText(String(value).toWellFormed().replaceAll('\u0000', '\ufffd'), mostCharacters);
}
