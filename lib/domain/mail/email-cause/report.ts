/** Fields of a mail and of a delivery report that name hosts, times and people, or praise and blame a mail. Folded lines belong to their field. */
const names = [
  'received|return-path|delivered-to|errors-to|from|to|cc|reply-to|sender|date|subject|message-id|in-reply-to|references',
  'mime-version|content-[a-z-]{1,40}|auto-submitted|precedence|list-[a-z-]{1,40}|feedback-id|thread-[a-z]{1,20}|accept-language',
  'authentication-results|received-spf|dkim-[a-z-]{1,40}|domainkey-[a-z-]{1,40}|arc-[a-z-]{1,40}',
  'x-(?!supplementary-info|postfix;|qmail;|windows-)[a-z0-9-]{1,60}',
  '(?:final|original)-recipient|(?:reporting|remote|received-from)-mta|dsn-gateway|arrival-date|last-attempt-date|will-retry-until|final-log-id',
  'original-envelope-id|created date|sender address|recipient address',
].join('|');
const field = new RegExp(`^(?:${names})[ \\t]{0,4}:[^\\n]{0,998}(?:\\n[ \\t][^\\n]{0,998}){0,60}`, 'gim');

/** Only what looks like a mail is read as one: a reply may well begin with `From:`. */
const mail =
  /^(?:received|mime-version|content-type|reporting-mta|final-recipient|message-id|return-path|generating server|original message details)[ \t]{0,4}:/im;

/** From here on it is the mail that was sent, whose headers speak of spam, SPF and quotas without anybody's complaint. */
const copies = [
  'content-type: ?(?:message/rfc822|text/rfc822-headers)$',
  '(?:[-=*_]{2,40} ?)?(?:begin |start of |below this line is |below is |this is |the following is |attached is )?(?:the |a )?(?:copy|headers?) of (?:the|your|my) (?:original |returned |undelivered )?(?:message|mail)\\b[^\\n]{0,120}$',
  '(?:[-=*_]{2,40} ?)?(?:begin |start of )?(?:the )?(?:original|returned|unsent|undelivered|(?:possibly )?truncated original)? ?message(?: headers?)?(?: follows?| below| headers)(?: follows?)?[ :.=*_-]{0,40}$',
  '[-=*_]{2,40} ?(?:original|returned|unsent|undelivered|forwarded) message[ :.=*_-]{0,40}$',
];
const copy = new RegExp(`^[ \\t>]{0,8}(?:${copies.join('|')})`, 'im');
const headers =
  /\n[ \t]{0,8}\n(?:return-path|received|delivered-to|dkim-signature|authentication-results|arc-seal|mime-version):/i;
/** A bounce that is given whole begins with headers too: its own. */
const ownHeaders =
  /^(?:return-path|received|delivered-to|mime-version|message-id|from|to|date|subject):|^from \S{1,255} /i;
const earliest = 20;

/** Our side of a logged conversation, commands accepted without complaint, and the lines that sendmail adds to any failure. */
const taken =
  /^[^\n<>]{0,60}(?:(?:-->|>>>)[^\n]{0,500}|(?:<--|<<<) ?[123]\d\d[ -][^\n]{0,500})$|^55\d (?:5\.\d\.\d )?(?:<\S{1,255}>\.\.\. )?Service unavailable$/gim;

function firstOf(text: string, patterns: readonly RegExp[]): number {
  const found = patterns.map((pattern) => pattern.exec(text)?.index ?? text.length).filter((at) => at > earliest);
  return Math.min(text.length, ...found);
}

/** A delivery report without the letter it returns and without what decides nothing. Any other text stays as it is. */
export function ownWords(text: string): string {
  const lines = text.replaceAll('\r\n', '\n');
  if (!lines.includes('\n')) return lines;
  const start = ownHeaders.test(lines) ? Math.max(0, lines.indexOf('\n\n')) : 0;
  const own = lines.slice(0, start + firstOf(lines.slice(start), [copy, headers])).replace(taken, '');
  return mail.test(own) ? own.replace(field, '') : own;
}

/** The field for what the other server said: found even behind headers that a report shows in its text. */
const diagnostic = /^diagnostic-code:/im;
/** Other fields where reports put it, the surest first. */
const places = [
  /^reported error:/im,
  /#\d\.\d{1,3}\.\d{1,3} ?smtp;/i,
  /\(reason: /i,
  /(?:<--|<<<) ?[45]\d\d[ -]/,
  /\bremote (?:host|server) (?:said|replied|returned|responded)[^\n:]{0,40}:/i,
  /\b(?:response|error)[a-z ]{0,40} (?:was|returned):/i,
];
const nextField = /\n[ \t]{0,8}\n|\n[a-z]{1,20}(?:-[a-z]{1,20}){1,3}:|\n(?:status|action):/i;

function quoted(text: string, place: RegExp): readonly string[] {
  const at = place.exec(text)?.index;
  if (at === undefined) return [];
  const reply = text.slice(at);
  return [reply.slice(0, nextField.exec(reply)?.index ?? reply.length)];
}

/** The replies that a report quotes: to be read before what the report says around them. */
export function quotedReplies(whole: string, own: string): readonly string[] {
  const field = quoted(whole.replaceAll('\r\n', '\n'), diagnostic);
  return own.includes('\n') ? [...field, ...places.flatMap((place) => quoted(own, place))] : field;
}
