import { createTranslator } from 'next-intl';
import { languages } from '#lib/domain/base/locale';
import { catalogue } from '#lib/events/catalog';
import type { EventType } from '#lib/events/define-event';
import type { Processed } from '#lib/events/interpretation';
import { legacySubjects } from '#lib/events/legacy-subjects';
import { CannotStart } from '#scripts/launcher/cannot-start';
import { interpretedSamples } from '#scripts/testing/stories/sample-events';
import words from '../lib/i18n/words/en/event.json' with { type: 'json' };

const titles: Readonly<Record<string, string>> = words.event;
const say = createTranslator({ locale: languages.en.tag, messages: { event: titles } });

const systemNames = {
  medication: 'Medication Service',
  osigu: 'Osigu',
  photon: 'Photon',
  scriptline: 'Scriptline',
} as const;

/** The table of every event type, from the catalogue and its samples. */
export function eventTable(): string {
  const samples = new Map(interpretedSamples().map(({ sample, read }) => [sample.type, read]));
  const rows = catalogue.map((event) => {
    const read = samples.get(event.type);
    return row(event, read?.outcome === 'processed' ? read : undefined);
  });
  return [
    '| type | sender | payload | lane | says, of its sample | changes | kept |',
    '|---|---|---|---|---|---|---|',
    ...rows.map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`),
  ].join('\n');
}

function row({ type, system, basis, keep, used }: EventType, read: Processed | undefined): readonly string[] {
  const legacy = [...legacySubjects].filter(([, subject]) => subject === type).map(([name]) => `\`${name}\``);
  const name = legacy.length === 0 ? `\`${type}\`` : `\`${type}\`<br>was ${legacy.join(', ')}`;
  const payload = !used ? 'not read' : system === 'scriptline' ? 'our own' : basis;
  return [name, systemNames[system], payload, read?.entry.lane ?? '–', said(read), changed(read), keep];
}

function said(read: Processed | undefined): string {
  return read === undefined
    ? 'nothing: kept, ignored and counted'
    : say(`event.${read.entry.title.key}`, read.entry.title.params);
}

/** The tables that the sample says something of; rows that it only names are left out. */
function changed(read: Processed | undefined): string {
  const changes = (read?.changes ?? []).filter(({ set }) => Object.keys(set).length > 0);
  return [...new Set(changes.map(({ table }) => table))].join(', ') || '–';
}

export const eventTableStart = '<!-- events:start -->';
export const eventTableEnd = '<!-- events:end -->';

/** A page with the event table between its markers, whatever was there before. */
export function withEventTable(text: string): string {
  const from = text.indexOf(eventTableStart);
  const to = text.indexOf(eventTableEnd);
  if (from < 0 || to < from)
    throw new CannotStart(
      `docs/events.md needs the lines ${eventTableStart} and ${eventTableEnd}, in this order, where the event table goes.`,
    );
  return `${text.slice(0, from + eventTableStart.length)}\n${eventTable()}\n${text.slice(to)}`;
}
