import { isObject, type Json } from './json.ts';

/**
 * The one spelling of a JSON value: keys sorted by UTF-16 code unit, no white space, numbers as ECMAScript prints them
 * (the form of RFC 8785). Two bodies that differ in white space, key order, escapes or `1.50` for `1.5` are the same.
 */
export function canonicalJson(value: Json): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (isObject(value)) {
    let text = '';
    for (const key of Object.keys(value).sort()) {
      text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(value[key] ?? null)}`;
    }
    return `{${text}}`;
  }
  if (Array.isArray(value)) {
    let text = '';
    for (let index = 0; index < value.length; index++) {
      text += `${index === 0 ? '' : ','}${canonicalJson(value[index] ?? null)}`;
    }
    return `[${text}]`;
  }
  // String, not JSON.stringify: a number beyond any double must not pass for null.
  return value === 0 ? '0' : String(value);
}
