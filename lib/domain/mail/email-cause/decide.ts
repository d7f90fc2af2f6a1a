import { readCodes } from './code-meanings.ts';
import type { Evidence } from './evidence.ts';
import { evidenceOf, phrases, stems } from './phrase.ts';
import type { PlainText } from './plain-words.ts';
import type { ReplyCodes } from './reply-codes.ts';
import { conceptFacts } from './words-by-concept.ts';
import { wordsOfAddress } from './words-of-address.ts';
import { leanings } from './words-of-leaning.ts';
import { mailbox } from './words-of-mailbox.ts';
import { fartherSayings, fartherStems } from './words-of-more-languages.ts';
import { foreignStems, sayings } from './words-of-other-languages.ts';
import { passing } from './words-of-passing.ts';
import { wordsOfRefused } from './words-of-refused.ts';
import { sender } from './words-of-sender.ts';

const causes = ['address', 'mailbox', 'refused', 'sender', 'passing'] as const;
const foreign = 'said in another language';

const all = [
  ...phrases('address', wordsOfAddress),
  ...phrases('mailbox', mailbox),
  ...phrases('refused', wordsOfRefused),
  ...phrases('sender', sender),
  ...phrases('passing', passing),
  ...causes.flatMap((cause) =>
    phrases(cause, [{ weight: 3, means: foreign, said: [...sayings[cause], ...fartherSayings[cause]] }]),
  ),
  ...causes.flatMap((cause) => phrases(cause, conceptFacts(cause))),
  ...causes.flatMap((cause) => phrases(cause, [{ weight: 0, means: 'what it speaks of', said: leanings[cause] }])),
  ...causes.map((cause) => stems(cause, 3, foreign, [...foreignStems[cause], ...fartherStems[cause]])),
];

/** The server answered our greeting, our sign-in or our own address: the recipient had not been named yet, so their address cannot be at fault. */
const beforeRecipient = /in reply to (?:mail from|ehlo|helo|auth|starttls)/;

/** Everything that words and codes say of the cause, unweighed. */
export function evidenceIn(told: PlainText, codes: ReplyCodes): Evidence[] {
  const found = [...evidenceOf(all, told), ...readCodes(codes)];
  if (!beforeRecipient.test(told.whole)) return found;
  const ours: Evidence = { cause: 'sender', weight: 1, by: 'refused before the recipient was named' };
  return [...found.filter(({ cause }) => cause !== 'address'), ours];
}
