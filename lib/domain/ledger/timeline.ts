import type { System } from '#lib/domain/base/system';

export const lanes = ['written', 'reach', 'fill', 'safety'] as const;
export type Lane = (typeof lanes)[number];

/** Colour says only status: `bad` is harm or loss, nothing else. */
export const tones = ['neutral', 'info', 'good', 'warn', 'bad', 'controlled'] as const;
export type Tone = (typeof tones)[number];

/**
 * One line of words: a key under `event.` in the message catalogues and its parameters. Described at reading, in the reader's language.
 * A parameter that no sender supplied is left out, and the words then say "not supplied" or leave the clause away (ICU select).
 */
export type Words = { readonly key: string; readonly params: Readonly<Record<string, string | number>> };

/** One labelled detail of an entry: `label` is a key under `fact.`; `mono` for ids, codes and servers' own words; `kind` says how the value is formatted. */
export type Fact = {
  readonly label: string;
  readonly value: string;
  readonly kind: 'text' | 'mono' | 'date' | 'instant' | 'email';
};

/** The text of an event on a timeline. `lane` null: it is about stock or a tenant and belongs to no prescription's lanes. */
export type TimelineEntry = {
  readonly lane: Lane | null;
  readonly tone: Tone;
  readonly title: Words;
  readonly facts: readonly Fact[];
};

export const subjectKinds = [
  'prescription',
  'prescription_code',
  'business_id',
  'patient',
  'dispense',
  'dispensation',
  'return',
  'order',
  'medication_request',
  'stock_item',
  'lot',
  'recall',
  'product',
  'checkpoint',
] as const;
export type SubjectKind = (typeof subjectKinds)[number];

/** The subjects of an event. Ids carry their system (`medication:rx_1`), except a lot's, which is `{stock item id}|{normalised lot number}`. */
export type Subject = { readonly kind: SubjectKind; readonly id: string };

/** `system` follows from the event's type, not from the wire format it came in (model.md, "Identity"). */
export function externalKey(system: System, id: string): string {
  return `${system}:${id}`;
}
