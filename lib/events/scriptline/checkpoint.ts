import { z } from 'zod';
import type { Json } from '#lib/domain/base/json/json';
import { isStorableText, whyNotStorable } from '#lib/domain/base/json/jsonb-limits';
import { type Change, isChange } from '#lib/domain/ledger/change';
import { type TableName, tableNames } from '#lib/domain/ledger/tables';
import { subjectKinds } from '#lib/domain/ledger/timeline';
import { defineEvent } from '../define-event.ts';

const text = z.string().min(1).max(4000).refine(isStorableText);

const claim = z.object({
  table: text,
  id: text,
  at: z.iso.datetime({ precision: 3 }),
  /** Any JSON value: it was a row's once. */
  set: z.record(
    text,
    z.custom<Json>((value) => value !== undefined).refine((value) => whyNotStorable(value).length === 0),
  ),
});

/** The rest of one event whose content was removed: its identity, its subjects, and the parts that its rows still depend on. */
const left = z.object({
  by: z.int().positive(),
  tie: text,
  about: z.array(z.object({ kind: z.enum(subjectKinds), id: text })),
  claims: z.array(claim),
});

const payload = z.object({
  /** The record that is restated (lib/domain/ledger/checkpoint.ts). */
  home: text,
  events: z.array(left).min(1),
});

/** The payload of a checkpoint, as the purge writes and reads it. */
export type Checkpoint = z.output<typeof payload>;
export const checkpointPayload = payload;
export const checkpointType = 'scriptline.checkpoint';

const known: ReadonlySet<string> = new Set(tableNames);
const isTable = (name: string): name is TableName => known.has(name);

/** The claims that a checkpoint restates, each with its own clock and the event that made it. A table that no longer exists claims nothing. */
export function restatedChanges({ events }: Checkpoint): readonly Change[] {
  return events.flatMap(({ by, tie, claims }) =>
    claims.flatMap(({ table, id, at, set }): Change[] => {
      if (!isTable(table)) return [];
      const written: {
        table: TableName;
        id: string;
        at: string;
        set: Record<string, Json>;
        origin: { seq: number; tie: string };
      } = {
        ...{ table, id, at, set },
        origin: { seq: by, tie },
      };
      return isChange(written) ? [written] : [];
    }),
  );
}

/** Before the content of events is deleted: the facts that the state still depends on, with their clocks, so that a rebuild equals (model.md, "Purge"). */
export const checkpoint = defineEvent({
  type: checkpointType,
  system: 'scriptline',
  basis: 'published',
  keep: 'standing',
  payload,
  subjects: ({ home, events }) => {
    const about = new Map(
      events.flatMap((one) => one.about.map((subject) => [`${subject.kind} ${subject.id}`, subject])),
    );
    return [{ kind: 'checkpoint', id: home }, ...about.values()];
  },
  entry: () => ({ lane: null, tone: 'neutral', title: { key: 'checkpoint', params: {} }, facts: [] }),
  project: restatedChanges,
});
