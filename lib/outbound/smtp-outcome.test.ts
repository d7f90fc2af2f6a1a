import { expect, test } from 'vitest';
import { isOurs } from '#lib/domain/mail/outbox';
import { smtpOutcome } from './smtp-outcome.ts';

const failure = (more: Partial<Parameters<typeof smtpOutcome>[0]>) =>
  smtpOutcome({ message: 'it failed', command: undefined, response: undefined, handedOver: false, ...more });

test.each([
  ['550 5.1.1 no such user', 'RCPT TO', { outcome: 'refused', lasting: true }],
  ['452 4.2.2 mailbox full', 'RCPT TO', { outcome: 'refused', lasting: false }],
  ['554 5.7.1 content rejected', 'DATA', { outcome: 'refused', lasting: true }],
  ['451 4.3.0 try again later', 'DATA', { outcome: 'refused', lasting: false }],
  ['554 no service here', 'CONN', { outcome: 'refused', lasting: true }],
  ['421 4.7.0 too many connections', 'EHLO', { outcome: 'refused', lasting: false }],
  ['535 5.7.8 bad credentials', 'AUTH PLAIN', { outcome: 'refused', lasting: true }],
  ['454 4.7.0 TLS not available', 'STARTTLS', { outcome: 'refused', lasting: false }],
])('the reply %j to %s decides, also once the mail was handed over', (response, command, outcome) => {
  for (const handedOver of [false, true])
    expect(failure({ response, command, handedOver })).toEqual({ ...outcome, stage: command, reply: response });
});

test('several lines stay as the server wrote them', () => {
  const response = '550-5.1.1 The address\n550 5.1.1 does not exist';
  expect(failure({ response, command: 'RCPT TO' })).toMatchObject({ reply: response, lasting: true });
});

test('silence before the mail was handed over means that it was not sent', () => {
  expect(failure({ message: 'Greeting never received', command: 'CONN' })).toEqual({
    outcome: 'unreachable',
    stage: 'CONN',
    reply: 'Greeting never received',
  });
});

test.each([undefined, '250 what was that', 'not a reply'])(
  'silence or nonsense (%j) after it was handed over leaves it open',
  (response) => {
    expect(failure({ response, handedOver: true })).toMatchObject({ outcome: 'uncertain' });
  },
);

test.each([
  ['CONN', true],
  ['EHLO', true],
  ['STARTTLS', true],
  ['AUTH PLAIN', true],
  ['MAIL FROM', true],
  ['RCPT TO', false],
  ['DATA', false],
])('a refusal at %s is for our side to fix: %s', (stage, ours) => {
  expect(isOurs(stage)).toBe(ours);
});
