const number = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;

/** A double gives back every decimal of up to 15 significant digits. */
const safeDigits = 15;
/** Below this, doubles are subnormal and hold fewer digits. */
const smallestNormal = 2 ** -1022;

/** One spelling per decimal value: `1.50e3`, `1500` and `15e2` are all `15e2`. */
function decimal(token: string): string | null {
  const [whole, sign = '', integer = '', fraction = '', exponent = '0'] = number.exec(token) ?? [];
  if (whole === undefined) return null;
  const digits = `${integer}${fraction}`.replace(/^0+/, '');
  const significant = withoutTrailingZeros(digits);
  if (significant === '') return '0';
  return `${sign}${significant}e${Number(exponent) - fraction.length + digits.length - significant.length}`;
}

/** A loop, because `/0+$/` is quadratic on a long run of zeros that ends in something else. */
function withoutTrailingZeros(digits: string): string {
  let end = digits.length;
  while (end > 0 && digits[end - 1] === '0') end -= 1;
  return digits.slice(0, end);
}

/**
 * True where reading this JSON number as a double would change it, as with a 20-digit id. A number too large for any double is not
 * "changed" but unreadable, and the parser refuses a token that is no JSON number: both are false.
 */
export function losesDigits(token: string): boolean {
  const value = Number(token);
  if (!Number.isFinite(value)) return false;
  if (token.length <= safeDigits && Math.abs(value) >= smallestNormal) return false;
  if (String(value) === token) return false;
  const sent = decimal(token);
  return sent !== null && sent !== decimal(String(value));
}
