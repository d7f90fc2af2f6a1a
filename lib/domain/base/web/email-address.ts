const local = /^[^\s@"(),:;<>[\\\]]{1,64}$/u;
const label = /^[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u;

/**
 * True where an email could be sent to it: one `@`, a local part without quotes or stray dots, a domain of at least two labels (RFC 5321,
 * without the forms that nobody uses: quoted local parts, address literals). It does not show that the address exists.
 */
export function isEmailAddress(text: string): boolean {
  if (text.length > 254) return false;
  const [name, domain, ...more] = text.split('@');
  if (name === undefined || domain === undefined || more.length > 0) return false;
  if (!local.test(name) || hasControl(name) || name.startsWith('.') || name.endsWith('.') || name.includes('..'))
    return false;
  const labels = domain.split('.');
  const last = labels.at(-1) ?? '';
  return labels.length > 1 && labels.every((one) => label.test(one)) && last.length > 1 && !/^\p{N}+$/u.test(last);
}

function hasControl(text: string): boolean {
  return [...text].some((letter) => letter < ' ' || letter === '\u007f');
}
