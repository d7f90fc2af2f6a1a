/** A path shows the position of a value and must not reveal the value: a key that could itself be a value is shown as `*`. */
const identifier = /^[A-Za-z_][A-Za-z0-9_-]{0,63}$/;

/** `['data', 'items', 0, 'code']` as `$.data.items[0].code`; no segments at all is the whole document, `$`. */
export function jsonPath(segments: readonly (string | number)[]): string {
  let path = '$';
  for (const segment of segments) {
    if (typeof segment === 'number') path += `[${segment}]`;
    else path += identifier.test(segment) ? `.${segment}` : '.*';
  }
  return path;
}
