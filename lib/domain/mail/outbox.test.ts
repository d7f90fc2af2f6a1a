import { expect, test } from 'vitest';
import { mayPass, type SendOutcome } from './outbox.ts';

const refused = (reply: string, lasting = reply.startsWith('5'), stage = 'RCPT TO'): SendOutcome => ({
  outcome: 'refused',
  lasting,
  stage,
  reply,
});

test.each<[string, SendOutcome, boolean]>([
  ['a 4yz', refused('452 4.2.2 mailbox full'), true],
  ['a 4yz that blames us', refused('421 4.7.0 too many connections'), true],
  ['no such user', refused('550 5.1.1 no such user'), false],
  ['a full mailbox said to be lasting', refused('552 5.2.2 over quota'), false],
  ['content', refused('554 5.7.1 message refused as spam', true, 'DATA'), false],
  ['our password', refused('535 5.7.8 bad credentials', true, 'AUTH PLAIN'), false],
  ['a bare 550', refused('550 no'), false],
  ['greylisting under a 5yz', refused('550 5.7.1 Greylisted, try again in 5 minutes'), true],
  ['a passing status under a 5yz', refused('554 4.4.2 connection timed out'), true],
  ['"try again later" under a 5yz', refused('550 Service temporarily unavailable, try again later'), true],
  ['silence', { outcome: 'unreachable', stage: 'CONN', reply: 'Greeting never received' }, true],
  ['a web address that answered 404', refused('HTTP 404 try again later', true, 'HTTP'), false],
  ['a web address that answered 503', refused('HTTP 503', false, 'HTTP'), true],
  ['what may have been sent', { outcome: 'uncertain', reply: 'Connection closed' }, false],
  ['what was accepted', { outcome: 'accepted', reply: '250 ok' }, false],
])('%s', (_, outcome, again) => {
  expect(mayPass(outcome)).toBe(again);
});
