export type ReplyCodes = {
  /** The three-digit reply of RFC 5321. */
  readonly basic: string | null;
  /** Every enhanced status of RFC 3463, in order. */
  readonly enhanced: readonly string[];
  /** True where waiting is no use, as the reply, the status or the report says. */
  readonly permanent: boolean | null;
};

const replies: readonly RegExp[] = [
  /(?:^|\n)[\s"'(]{0,9}([245]\d\d)(?=[\s\-#:"')]|$)/,
  /(?:smtp\s{0,4};|said:|responded with:?\s{0,4}"?|response:|was:|login:|->|command\)?:)\s{0,4}([245]\d\d)(?=[\s\-#]|$)/i,
  /(?:code"?|error|reply|status)[\s:="(]{1,4}([245]\d\d)(?=[\s\-#:"'),]|$)/i,
  /(?:^|[\s:;("])([45]\d\d)[\s-]#?\(?[245]\.\d{1,3}\.\d{1,3}(?!\.?\d)/,
  /(?:^|[\s:;("])([45][0-7]\d)[ -](?=["'<#]?[a-z])/i,
];
const statuses = /(?<![\d.\w-])#?([245]\.\d{1,3}\.\d{1,3})(?!\.?\d)|(?<=[245]\d\d-)([245]\.\d{1,3}\.\d{1,3})(?!\.?\d)/g;

function permanence(basic: string | null, status: string | undefined, text: string): boolean | null {
  const code = basic ?? status;
  if (code !== undefined && code !== null) return code.startsWith('5') ? true : code.startsWith('4') ? false : null;
  if (/\baction:\s{0,4}delayed/i.test(text)) return false;
  return /\baction:\s{0,4}failed/i.test(text) ? true : null;
}

/** The codes in a reply, a log line or a delivery report, wherever its writer put them. */
export function replyCodes(text: string): ReplyCodes {
  let basic: string | null = null;
  for (const place of replies) basic ??= place.exec(text)?.[1] ?? null;
  const enhanced = [...new Set([...text.matchAll(statuses)].map((found) => found[1] ?? found[2] ?? ''))];
  return { basic, enhanced, permanent: permanence(basic, enhanced[0], text) };
}
