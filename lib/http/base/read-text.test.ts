import { expect, test } from 'vitest';
import { Invalid } from '#lib/domain/base/refusal';
import { readText } from './read-text.ts';

const words = 'name\nJosé Ñáñez ✓\n';
const sent = (bytes: Uint8Array<ArrayBuffer>) =>
  readText(new Request('http://127.0.0.1/', { method: 'POST', body: bytes }), 1_000);
const utf16le = Buffer.from(`\uFEFF${words}`, 'utf16le');

test.each([
  ['UTF-8', new Uint8Array(Buffer.from(words))],
  ['UTF-8 with a byte-order mark', new Uint8Array(Buffer.from(`\uFEFF${words}`))],
  ['UTF-16, as a spreadsheet writes it', new Uint8Array(utf16le)],
  ['UTF-16 the other way round', new Uint8Array(Buffer.from(utf16le).swap16())],
])('a file in %s is read with its accents', async (_, bytes) => {
  expect(await sent(bytes)).toBe(words);
});

test.each([
  ['Windows-1252', new Uint8Array(Buffer.from('name\nJosé', 'latin1'))],
  ['UTF-16 without a mark', new Uint8Array(Buffer.from(words, 'utf16le'))],
  ['UTF-16 cut in the middle of a letter', new Uint8Array(utf16le.subarray(0, 13))],
  ['UTF-8 with a zero byte', new Uint8Array(Buffer.from('name\nJos\0e'))],
])('a file in %s is refused in words, and no letter is guessed', async (_, bytes) => {
  const error: unknown = await sent(bytes).then(String, (thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Invalid);
  expect(error).toMatchObject({ status: 422, code: 'wrong-encoding', paths: ['encoding'] });
});
