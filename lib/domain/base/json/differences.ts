type Value = string | number | boolean | null | readonly string[];

const printed = (value: Value) =>
  value === null ? '–' : typeof value === 'object' ? `[${value.join(', ')}]` : String(value);
const isSame = (one: Value, other: Value) => JSON.stringify(one) === JSON.stringify(other);

/** The changes, for the audit log: `field: before → after; …`. Null when nothing changed. Fields named in `unsaid` are listed without their values. */
export function differences(
  before: Readonly<Record<string, Value>>,
  after: Readonly<Record<string, Value>>,
  unsaid: readonly string[] = [],
): string | null {
  const changed = Object.keys(after).flatMap((field) => {
    const [was = null, is = null] = [before[field], after[field]];
    if (isSame(was, is)) return [];
    return unsaid.includes(field) ? `${field} changed` : `${field}: ${printed(was)} → ${printed(is)}`;
  });
  return changed.length === 0 ? null : changed.join('; ');
}
