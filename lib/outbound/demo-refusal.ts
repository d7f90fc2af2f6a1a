/** The answers of the demo's mail server to some recipients, like those of real ones. `untilTries`: greylisted, accepted from that try on. */
type Answer = { readonly code: number; readonly words: string; readonly untilTries?: number };

const domains: Readonly<Record<string, Answer>> = {
  'full.example': { code: 452, words: '4.2.2 The recipient is over quota: the mailbox is full' },
  'blocked.example': { code: 550, words: '5.7.1 Message rejected: the sending address is on a block list' },
  'policy.example': { code: 550, words: '5.7.26 Unauthenticated mail is refused: SPF and DKIM did not pass' },
  'slow.example': { code: 451, words: '4.7.1 Greylisted, please try again in a few seconds', untilTries: 2 },
  'nowhere.example': { code: 550, words: '5.1.2 Bad destination: no such domain' },
};

const people: Readonly<Record<string, Answer>> = {
  nobody: { code: 550, words: '5.1.1 The account that you tried to reach does not exist: no such user' },
  gone: { code: 550, words: '5.2.1 The account is disabled' },
};

/** Null: it is taken. `tries` counts this recipient's, the present one included. */
export function demoRefusal(
  recipient: string,
  tries: number,
): { readonly code: number; readonly words: string } | null {
  const [name = '', domain = ''] = recipient.toLowerCase().split('@');
  const answer = domains[domain] ?? people[name];
  if (answer === undefined || (answer.untilTries !== undefined && tries >= answer.untilTries)) return null;
  return answer;
}
