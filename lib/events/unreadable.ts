/** The reason why a value cannot be read, in words that never hold the value itself: it could be a patient's. */
export class Unreadable {
  readonly words: string;
  /** The value that counts in its place where the field is optional: a text cut short, the earlier of two dates. */
  readonly instead: string | undefined;
  constructor(expected: string, got: string, instead?: string) {
    this.words = `expected ${expected}, got ${got}`;
    this.instead = instead;
  }
}

/** The kind of a value, as an admin would call it. */
export function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'string') return 'text';
  if (typeof value === 'boolean') return 'yes or no';
  return typeof value === 'number' ? 'number' : 'object';
}
