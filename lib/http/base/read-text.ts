import { Invalid } from '#lib/domain/base/refusal';
import { TooLarge } from './parse.ts';

const wrongEncoding = () =>
  new Invalid(
    ['encoding'],
    'The file is not encoded as UTF-8. Save it as "CSV UTF-8 (comma delimited)" and send it again.',
    'wrong-encoding',
  );

/** Spreadsheets that write UTF-16 say so in the first two bytes. */
const encodings = [
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
] as const;

/** A file's text, in the encoding that it names; UTF-8 where it names none. Letters are never guessed: a name would be written wrong. */
function decoded(bytes: Uint8Array): string {
  const named = encodings.find(({ mark }) => mark.every((byte, at) => bytes[at] === byte));
  try {
    const text = new TextDecoder(named?.encoding ?? 'utf-8', { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return text;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  throw wrongEncoding();
}

/**
 * A file as the body, of at most so many bytes, whatever Content-Length says.
 * @throws TooLarge; Invalid `encoding`
 */
export async function readText(request: Request, largest: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > largest) throw new TooLarge();
    chunks.push(chunk);
  }
  return decoded(Buffer.concat(chunks));
}
