/** An instant as wall-clock time in a zone, in the shape of a date-time field: `2026-11-20T10:42:07`. */
export function zonedText(at: string, zone: string): string {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  return parts.format(new Date(at)).replace(' ', 'T');
}

const day = 86_400_000;

/** Wall-clock time in a zone as an instant; null when it is no time. Where the clocks change, a skipped or doubled time is read by the old clock. */
export function zonedInstant(text: string, zone: string): string | null {
  const wall = text.length === 16 ? `${text}:00` : text;
  const asUtc = Date.parse(`${wall}Z`);
  if (Number.isNaN(asUtc)) return null;
  const read = (near: number): string => {
    const offset = Date.parse(`${zonedText(new Date(near).toISOString(), zone)}Z`) - near;
    return new Date(asUtc - offset).toISOString();
  };
  const before = read(asUtc - day);
  const after = read(asUtc + day);
  return zonedText(before, zone) !== wall && zonedText(after, zone) === wall ? after : before;
}
