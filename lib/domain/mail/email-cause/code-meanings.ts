import type { EmailCauseWord } from '#lib/domain/prescriptions/prescription-state';
import type { Evidence, Weight } from './evidence.ts';
import type { ReplyCodes } from './reply-codes.ts';

type Meaning = readonly [codes: string, cause: EmailCauseWord, weight: Weight, means: string];

/** RFC 3463, 5248, 6710, 7293, 7372, 7505, the IANA register; three digits in the last place are Exchange's own. `x` is either class. */
const meanings: readonly Meaning[] = [
  ['5.1.1 5.1.4', 'address', 2, 'no such mailbox'],
  ['5.1.2 5.1.10 5.4.310', 'address', 2, 'no such domain, or one that takes no mail'],
  ['5.1.3', 'address', 2, 'address syntax'],
  ['5.1.6 x.7.17 x.7.18', 'address', 2, 'mailbox or domain has moved or changed hands'],
  ['5.1.351', 'address', 2, 'the remote server knows no such recipient'],
  ['5.1.0', 'address', 1, 'something about the address'],
  ['5.4.4', 'address', 1, 'no route to the domain'],
  ['5.2.1', 'mailbox', 2, 'mailbox disabled'],
  ['x.2.2', 'mailbox', 2, 'mailbox full'],
  ['x.2.3 x.3.4 x.7.16', 'mailbox', 2, 'message too big'],
  ['x.1.7 x.1.8', 'sender', 3, 'sender address'],
  ['x.7.3 x.7.4 x.7.5 x.7.7', 'sender', 1, 'security of the connection'],
  ['x.7.8 x.7.9 x.7.10 x.7.11 x.7.13 x.7.14', 'sender', 3, 'our authentication'],
  ['x.7.20 x.7.21 x.7.22 x.7.23 x.7.24 x.7.25 x.7.26 x.7.27 x.7.29', 'sender', 4, 'SPF, DKIM, reverse DNS'],
  ['x.7.28', 'sender', 4, 'our rate'],
  ['x.7.30', 'sender', 2, 'TLS required'],
  ['5.1.90 x.7.705 x.7.508', 'sender', 3, 'our rate'],
  ['x.7.54 x.7.57 x.7.60 x.7.64 x.7.139 x.7.506 x.7.509 x.7.510 x.7.515 x.7.750', 'sender', 3, 'our authentication'],
  ['5.5.3 4.5.3', 'sender', 1, 'too many recipients'],
  ['5.6.0 5.6.1 5.6.3 5.6.6', 'refused', 1, 'content'],
  ['5.7.0 5.7.1 5.7.2', 'refused', 1, 'not authorised'],
  ['x.7.501 x.7.502 x.7.503 x.7.505 x.7.507 x.7.511 x.7.512 x.7.513 x.7.606 x.7.708', 'refused', 3, 'banned sender'],
  ['x.7.124 x.7.133 x.7.134 x.7.135 x.7.136 x.7.520', 'refused', 3, 'recipient takes mail of named senders only'],
  ['5.3.1 5.3.2 5.4.1 5.4.3', 'passing', 1, 'receiving system'],
  ['5.4.2 5.4.5 5.4.7 5.4.300 5.4.312 5.4.316', 'passing', 2, 'connection or time'],
  ['4.4.3 4.4.4', 'passing', 3, 'a name could not be looked up just now'],
  ['x.4.6 5.4.14', 'passing', 2, 'loop'],
];

const basics: readonly Meaning[] = [
  ['556 512', 'address', 1, 'domain takes no mail'],
  ['552', 'mailbox', 1, 'storage'],
  ['535 538', 'sender', 4, 'our authentication'],
  ['530 534', 'sender', 2, 'our authentication'],
  ['571', 'refused', 1, 'not authorised'],
];

function index(rows: readonly Meaning[]): ReadonlyMap<string, Meaning> {
  const found = new Map<string, Meaning>();
  for (const row of rows)
    for (const code of row[0].split(' '))
      for (const exact of code.startsWith('x') ? [`4${code.slice(1)}`, `5${code.slice(1)}`] : [code])
        found.set(exact, row);
  return found;
}

const ofStatus = index(meanings);
const ofReply = index(basics);

/** The meaning of the codes alone. A bare `550`, `554` or `5.0.0` means nothing: servers use them for everything. */
export function readCodes({ basic, enhanced }: ReplyCodes): Evidence[] {
  const found: Evidence[] = [];
  for (const code of enhanced) {
    const row = ofStatus.get(code);
    if (row) found.push({ cause: row[1], weight: row[2], by: `${code}: ${row[3]}` });
    else if (code.startsWith('4')) found.push({ cause: 'passing', weight: 1, by: `${code}: a temporary status` });
  }
  const row = basic === null ? undefined : ofReply.get(basic);
  if (row) found.push({ cause: row[1], weight: row[2], by: `${basic}: ${row[3]}` });
  else if (basic?.startsWith('4')) found.push({ cause: 'passing', weight: 1, by: `${basic}: a temporary reply` });
  return found;
}
