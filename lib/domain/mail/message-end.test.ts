import { expect, test } from 'vitest';
import { endOf, passingCause } from './message-end.ts';
import type { SendOutcome } from './outbox.ts';

const refused = (stage: string, reply: string): SendOutcome => ({ outcome: 'refused', lasting: true, stage, reply });
const silent: SendOutcome = { outcome: 'unreachable', stage: 'CONN', reply: 'connect ECONNREFUSED' };

test.each([
  ['what was accepted has no cause', { outcome: 'accepted', reply: '250 ok' }, 'accepted', null, null],
  ['what may have been sent has no cause', { outcome: 'uncertain', reply: 'closed' }, 'uncertain', null, null],
  ['a mailbox that is not there', refused('RCPT TO', '550 5.1.1 no such user'), 'failed', 'RCPT TO', 'address'],
  ['our own password, whatever its words', refused('AUTH PLAIN', '535 user unknown'), 'failed', 'AUTH PLAIN', 'sender'],
  ['a relay that stays silent', silent, 'failed', 'CONN', 'sender'],
] as const)('%s', (_, outcome, state, stage, cause) => {
  expect(endOf(outcome)).toEqual({ state, reply: outcome.reply, stage, cause });
});

test('a relay that is silent is a passing fault while the message is still tried', () => {
  expect(passingCause(silent)).toBe('passing');
  expect(passingCause(refused('RCPT TO', '452 4.2.2 mailbox full'))).toBe('mailbox');
});
