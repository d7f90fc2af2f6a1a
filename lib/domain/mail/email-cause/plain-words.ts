/** Longer texts are cut: the deciding words are in the first lines, and the cost stays the same for any length. */
const longest = { report: 16_000, reply: 4000 } as const;

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: ' ' };
const letters: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', ł: 'l', đ: 'd', æ: 'ae', œ: 'oe', ı: 'i' };

function character(code: number): string {
  return code > 0 && code < 0xd800 ? String.fromCharCode(code) : ' ';
}

/** Remains of an email's encoding: soft line ends and bytes of quoted-printable. A `=5` of an address bar stays. */
function withoutQuotedPrintable(text: string): string {
  return text.replace(/=\r?\n/g, '').replace(/(?:=[89A-F][0-9A-F]|=(?:20|2E|3D|0A|0D|09))+/g, (bytes) => {
    try {
      return decodeURIComponent(bytes.replaceAll('=', '%'));
    } catch {
      return ' ';
    }
  });
}

function withoutMarkup(text: string): string {
  return text
    .replace(/<\/?(?:br|p|b|i|a|div|span|td|tr|li|font|strong|em)\b[^<>@]{0,200}>/gi, ' ')
    .replace(/&([a-zA-Z])(?:acute|grave|circ|uml|tilde|cedil|ring);/g, '$1')
    .replace(/&szlig;/g, 'ss')
    .replace(/&([a-z]{2,4});/g, (whole, name: string) => entities[name] ?? whole)
    .replace(/&#(\d{1,5});/g, (_, digits: string) => character(Number(digits)));
}

function withoutEscapes(text: string): string {
  return text
    .replace(/\\u([0-9a-fA-F]{4})/g, (_, digits: string) => character(Number.parseInt(digits, 16)))
    .replace(/\\[rnt]/g, '\n')
    .replace(/\\(["/])/g, '$1');
}

/** Lower case and no accents, for phrases and for what they are compared with. The marks of Japanese stay. */
export function accentless(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/[ßøłđæœı]/g, (letter) => letters[letter] ?? letter);
}

/** Accentless, one form for `don't`, `e-mail` and `UserUnknown`: what remains can be compared with phrases. */
export function plainWords(text: string): string {
  return accentless(text.replace(/([a-z])([A-Z])|([A-Z]{2,8})(?=[A-Z][a-z]{2})/g, '$1$3 $2'))
    .replace(/[‘’`´]/g, "'")
    .replace(/\b(?:can't|cannot)\b/g, 'can not')
    .replace(/\bwon't\b/g, 'will not')
    .replace(/n't\b/g, ' not')
    .replace(/\be-?mails?\b/g, 'email')
    .replace(/\bmail[- ]box/g, 'mailbox')
    .replace(/\bexc?e{1,2}d(ed|s|ing)?\b/g, (_, ending: string | undefined) => `exceed${ending ?? ''}`)
    .replace(/[-_*"“”]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

const address = /[^\s<>@:;,"'()[\]{}=]{1,64}@[^\s<>@:;,"'()[\]{}=]{0,255}/g;
const link = /https?:\/\/[^\s"<>]{1,300}/gi;
const ip =
  /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?!\.?\d)|(?<![0-9a-f:])[0-9a-f]{1,4}(?::[0-9a-f]{0,4}){2,7}(?![0-9a-f:])/gi;
const host =
  /(?<![\w.-])(?:[a-z0-9-]{1,63}\.){1,8}(?:[a-z]{2,3}|info|name|local|localhost|example|invalid|cloud|online|email|arpa)(?![\w-])(?!\.\w)/gi;
/** The text that a log puts around a reply: the host that spoke, the command it answered. */
const around =
  /\bhost \S{1,255} (?:said|refused to talk to me):|\(in reply to [a-z ]{1,40}command\)|\b(?:response|server|host) (?:from the remote server )?(?:said|was|replied|responded(?: with)?):/gi;
const code = /(?<![\d.\w])#?(?:[245]\d\d(?=[\s\-#]|$)-?|[245]\.\d{1,3}\.\d{1,3}(?!\.?\d))/g;

/** The text as it was before mail, markup and JSON encoded it: still with its line ends, addresses and codes. */
export function decoded(reason: string): string {
  return withoutMarkup(withoutEscapes(withoutQuotedPrintable(reason.slice(0, longest.report))));
}

export type PlainText = {
  /** For phrases: plain, without the names of people and hosts (`@`, `#`) and without codes, which would split a phrase. */
  readonly words: string;
  /** For the names that providers put into links and host names: plain, with hosts, links and codes. */
  readonly whole: string;
};

/** The reply, unfolded and free of everything that does not decide. Linear in the (cut) length. */
export function plainTextOf(text: string): PlainText {
  const reply = text.slice(0, longest.reply);
  const nameless = reply
    .replace(around, ' ')
    .replace(address, ' @ ')
    .replace(link, ' # ')
    .replace(ip, ' # ')
    .replace(host, ' # ')
    .replace(code, ' ');
  return { words: plainWords(nameless), whole: plainWords(reply.replace(address, ' @ ')) };
}
