/**
 * Exact decimals as text ("12.5", "-3", "0"): quantities never pass through a binary fraction. At most 30 digits before and 12 after the point.
 */
const shape = /^([+-]?)(\d{1,30})(?:\.(\d{1,12}))?(?:[eE]([+-]?\d{1,2}))?$/;
const scale = 12;

/** The canonical text of a number or numeric text, or null when it is not a decimal within bounds. `12.50` and `12.5` are the same quantity. */
export function decimal(value: string | number): string | null {
  const match = shape.exec(typeof value === 'number' ? String(value) : value.trim());
  if (!match) return null;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const shift = Number(exponent);
  const digits = whole + fraction;
  const point = whole.length + shift;
  if (point > 30 || fraction.length - shift > scale) return null;
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0');
  const at = point <= 0 ? 1 : point;
  const left = padded.slice(0, at).replace(/^0+(?=\d)/, '');
  const right = padded.slice(at).replace(/0+$/, '');
  const text = right === '' ? left : `${left}.${right}`;
  return sign === '-' && text !== '0' ? `-${text}` : text;
}

function units(value: string): bigint {
  const negative = value.startsWith('-');
  const [whole = '0', fraction = ''] = (negative ? value.slice(1) : value).split('.');
  const all = BigInt(whole + fraction.padEnd(scale, '0'));
  return negative ? -all : all;
}

function text(value: bigint): string {
  const negative = value < 0n;
  const digits = (negative ? -value : value).toString().padStart(scale + 1, '0');
  const right = digits.slice(-scale).replace(/0+$/, '');
  const left = digits.slice(0, -scale);
  return (negative ? '-' : '') + (right === '' ? left : `${left}.${right}`);
}

export function add(a: string, b: string): string {
  return text(units(a) + units(b));
}

export function negate(a: string): string {
  return text(-units(a));
}

export function times(a: string, count: number): string {
  return text(units(a) * BigInt(count));
}

/** Negative, zero or positive, as a is less than, equal to or greater than b. */
export function compare(a: string, b: string): number {
  const difference = units(a) - units(b);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
