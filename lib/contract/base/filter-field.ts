/** The way a person enters a value: typed letter by letter, or chosen at once. */
export type FieldInput = 'typed' | 'chosen';

/** One field of a list's filter: what it takes, and how its value is read from an address and written into one. */
export type FilterField<T> = {
  readonly given: FieldInput;
  /** The value of a text; undefined where the text is no value of this field. The text is trimmed and not empty. */
  readonly read: (text: string) => T | undefined;
  readonly write: (value: T) => string;
  /** The value that a screen uses when its address names none; `all` in the address leaves the field out. An API without the field leaves it out. */
  readonly onScreen?: T | undefined;
};

const same = (value: string): string => value;

/** A text that a person types, at most so many characters long. */
export const typedText = (most = 300): FilterField<string> => ({
  given: 'typed',
  read: (text) => (text.length <= most ? text : undefined),
  write: same,
});

/** An id or a code that a person chooses or follows a link with, at most so many characters long. */
export const chosenText = (most = 300): FilterField<string> => ({ ...typedText(most), given: 'chosen' });

/** One of a closed list of words. */
export const oneOf = <const W extends string>(words: readonly W[]): FilterField<W> => ({
  given: 'chosen',
  read: (text) => words.find((word) => word === text),
  write: same,
});

const instantPattern = /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;
const dayLength = '2026-11-12'.length;

/** True when a calendar has this day: a date that it does not have would be read as a later one. */
function isDay(day: string): boolean {
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
}

/** An instant (RFC 3339, the seconds may be left out) of the years 1 to 9999, normalised to UTC with milliseconds. */
export const anInstant: FilterField<string> = {
  given: 'chosen',
  read: (text) => {
    if (!instantPattern.test(text) || !isDay(text.slice(0, dayLength))) return undefined;
    const at = new Date(text);
    const instant = Number.isNaN(at.getTime()) ? '' : at.toISOString();
    return /^(?!0000)\d{4}-/.test(instant) ? instant : undefined;
  },
  write: same,
};

/** A whole number between two bounds, both included. */
export const wholeNumber = (least: number, most: number): FilterField<number> => ({
  given: 'chosen',
  read: (text) => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : -1;
    return value >= least && value <= most ? value : undefined;
  },
  write: String,
});

/** The same field with the value that a screen shows when its address names none. */
export const shownAs = <T>(field: FilterField<T>, onScreen: T): FilterField<T> => ({ ...field, onScreen });
