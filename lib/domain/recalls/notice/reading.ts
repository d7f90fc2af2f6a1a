import type { NamedLots, Sparing } from './named.ts';
import { proseOf } from './prose.ts';
import type { Zone } from './table.ts';
import type { Token } from './tokens.ts';

/**
 * The reader's position: after a label and before its first lot, in a list, in words after a list, at the start of a line or item where a
 * list may go on, or nowhere near a lot.
 */
export type ReadingContext = 'expecting' | 'list' | 'words' | 'start' | 'nowhere';

/** The state of a notice's reader as it goes from token to token. */
export interface NoticeReading {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly zones: ReadonlyMap<number, Zone>;
  /** No label in the text, or nothing after it: lots stand bare, as in the lot field of a report or in cells without a header. */
  readonly bare: boolean;
  /** Tokens that are hardly lots where lots come without a label: they are among words. */
  readonly prose: ReadonlySet<number>;
  readonly named: NamedLots[];
  /** The places outside the brackets that are open. */
  outer: ReadingContext[];
  place: ReadingContext;
  /** Words since the label that are no mere filler. */
  words: number;
  /** Line ends since the label or the last lot. */
  lines: number;
  /** After "other than", "not affected:": whether what is named is not recalled. */
  sparing: Sparing;
  /** It is under a label ("Lots not affected:"), which holds for the lines and items below it. */
  sparedUnder: boolean;
  /** The index in `named` at which its excluded lots begin. */
  sparedFrom: number;
  /** The indexes in `named` at which this sentence or item begins, and the innermost open bracket. */
  part: number;
  opened: number;
  describing: 'begins' | 'ends' | null;
}

export function startReading(
  text: string,
  tokens: readonly Token[],
  zones: ReadonlyMap<number, Zone>,
  bare: boolean,
): NoticeReading {
  const place = bare ? 'start' : 'nowhere';
  return {
    ...{ text, tokens, zones, bare, place, named: [], outer: [] },
    prose: bare ? proseOf(tokens) : new Set(),
    ...{ words: 0, lines: 0, sparing: 'no', sparedUnder: false, sparedFrom: 0, part: 0, opened: 0, describing: null },
  };
}

/** Kinds after which a new item of a list may stand. */
export const bounds: readonly (Token['kind'] | undefined)[] = [
  undefined,
  'break',
  'newline',
  'cell',
  'enumerator',
  'dash',
  'colon',
  'stop',
  'between',
];

/** Words that may stand between a label and its first lot. */
export const filler = new RegExp(
  `^(?:${[
    'is|are|was|were|be|being|the|this|these|that|which|as|with|only|for|of|namely|viz|i\\.e|id|product|distributed|specific|numbered|label?led|marked|bearing|carrying|coded|stamped|embossed|being|recall',
    'number|numbers|no|nos|nr|nro|num|code|codes|serial|lot|batch|expiry|date|dates|listed|below|following|include|includes|included',
    'including|identified|affected|recalled|concerned|impacted|involved',
    'número|números|siguiente|siguientes|afectados?|es|son|corresponden?|como|codificado|identificados?|con|el|los|la|las|de|en',
    'cuestión|fabricación|detallados?|involucrados?|implicados?|retirados?|denominado',
    'affectée?s?|concernée?s?|suivants',
  ].join('|')})$`,
  'i',
);

/** Words inside a list that don't end it. */
export const soft = /^(?:only|inclusive|each|respectively|inclusivo|ambos|all|both|also|lot|lots|lote)$/i;
