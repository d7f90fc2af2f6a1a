import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emailCauses } from '#lib/domain/prescriptions/prescription-state';
import { emailCauseCases as cases } from '#scripts/testing/cases/email-cause-cases';
import { envelopes } from '#scripts/testing/stories/report-envelopes';
import { emailCause, explainCause } from './email-cause.ts';

const judged = cases.map(([cause, said]) => ({ cause, said, found: emailCause(said) }));
const whole = cases.filter(([, said]) => said.trim() !== '');

describe('the table of what servers say', () => {
  test('holds several hundred replies of every cause', () => {
    expect(cases.length).toBeGreaterThan(400);
    for (const cause of emailCauses) expect(cases.filter(([one]) => one === cause).length).toBeGreaterThan(15);
  });

  test.each(emailCauses)('%s is classified correctly in at least 95 of 100 replies', (cause) => {
    const said = judged.filter((one) => one.cause === cause);
    const wrong = said.filter((one) => one.found !== cause);
    expect(wrong.length / said.length, JSON.stringify(wrong, null, 1)).toBeLessThanOrEqual(0.05);
  });

  test('nobody is asked to change an address that is right', () => {
    expect(judged.filter((one) => one.found === 'address' && one.cause !== 'address')).toEqual([]);
  });

  test('nobody is asked for another mailbox when this one takes mail', () => {
    expect(judged.filter((one) => one.found === 'mailbox' && one.cause !== 'mailbox')).toEqual([]);
  });
});

describe('what does not matter', () => {
  test.each([
    ['capitals', (said: string) => said.toUpperCase().replaceAll('HTTP', 'http')],
    [
      'the log line around it',
      (said: string) => `host mx.example.com[192.0.2.1] said: ${said} (in reply to RCPT TO command)`,
    ],
    ['the report around it', (said: string) => `Action: failed\nStatus: 5.0.0\nDiagnostic-Code: smtp; ${said}`],
    ['carriage returns', (said: string) => said.replaceAll('\n', '\r\n')],
  ])('%s', (_, around) => {
    const changed = whole.filter(([, said]) => emailCause(around(said)) !== emailCause(said));
    expect(changed.length / whole.length, JSON.stringify(changed, null, 1)).toBeLessThan(0.03);
    expect(changed.filter(([cause, said]) => cause !== 'address' && emailCause(around(said)) === 'address')).toEqual(
      [],
    );
  });

  test('the names in addresses and hosts', () => {
    const names = fc.constantFrom(
      'spam',
      'user-unknown',
      'mailbox.full',
      'no-such-user',
      'blocked',
      'relay',
      'timeout',
    );
    fc.assert(
      fc.property(names, (name) => {
        expect(emailCause(`550 <${name}@${name}.example>: not today`)).toBe('unknown');
        expect(emailCause(`550 5.1.1 <${name}@${name}.example>: User unknown`)).toBe('address');
        expect(emailCause(`host ${name}.example[192.0.2.1] said: 552 5.2.2 <${name}@example.com> over quota`)).toBe(
          'mailbox',
        );
      }),
    );
  });
});

describe('a delivery report with our letter in it', () => {
  const replies = whole
    .filter((_, at) => at % 7 === 0)
    .filter(([, said]) => !/^(?:reporting-mta|final-recipient|action|diagnostic-code):|\n\n/im.test(said));

  test.each(Object.entries(envelopes))('%s: is judged by the reply alone', (_, around) => {
    const changed = replies.filter(([, said]) => emailCause(around(said)) !== emailCause(said));
    expect(changed.length / replies.length, JSON.stringify(changed, null, 1)).toBeLessThan(0.03);
    expect(changed.filter(([cause, said]) => cause !== 'address' && emailCause(around(said)) === 'address')).toEqual(
      [],
    );
  });
});

describe('the explanation', () => {
  test('names the sign and the codes', () => {
    expect(explainCause('550 5.1.1 <ana@example.com>: Recipient address rejected: User unknown')).toEqual({
      cause: 'address',
      by: 'nobody of that name (“user unknown”)',
      code: '550',
      enhanced: '5.1.1',
      permanent: true,
    });
    expect(explainCause('')).toEqual({
      cause: 'unknown',
      by: 'nothing known was said',
      code: null,
      enhanced: null,
      permanent: null,
    });
  });

  test('takes its codes from the reply, however deep a report hides it', () => {
    const reply = '552 5.2.2 <ana@example.com>: over quota';
    for (const around of Object.values(envelopes))
      expect(explainCause(around(reply))).toMatchObject({ cause: 'mailbox', code: '552', enhanced: '5.2.2' });
  });

  test.each([
    ['451 4.7.1 Greylisted, please try again in 300 seconds', 'refused', false],
    ['421 too many connections from your host', 'sender', false],
    ['452 4.2.2 over quota', 'mailbox', false],
    ['550 user unknown', 'address', true],
    ['554 5.7.1 Greylisted, come back in five minutes', 'refused', false],
    ['550 4.4.2 connection to the mailbox store timed out', 'passing', false],
    ['550 Temporary lookup failure, please try again later', 'passing', false],
    ['Action: delayed\nconnection timed out', 'passing', false],
    ['connection timed out', 'passing', null],
  ])('%s may be worth a retry, whatever the cause', (said, cause, permanent) => {
    expect(explainCause(said)).toMatchObject({ cause, permanent });
  });
});

describe('hostile input', () => {
  const fragments = fc.oneof(
    fc.constantFrom(
      '5.',
      '5.1.1',
      '@',
      '<',
      '=',
      '=C3',
      '&#',
      'is ',
      'mailbox ',
      'message ',
      'user ',
      '550-',
      'a.',
      '[',
      '\\u',
    ),
    fc.constantFrom(...whole.map(([, said]) => said)),
    fc.string({ minLength: 1, maxLength: 12, unit: 'binary' }),
  );

  test('any text has a cause, and costs little', () => {
    fc.assert(
      fc.property(fc.array(fragments, { minLength: 1, maxLength: 4 }), (parts) => {
        const text = parts
          .join('')
          .repeat(Math.ceil(10_240 / parts.join('').length))
          .slice(0, 10_240);
        const start = performance.now();
        expect(emailCauses).toContain(emailCause(text));
        // Measured at 1 to 60 ms; exponential backtracking would not come back at all.
        expect(performance.now() - start).toBeLessThan(10_000);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  test('only the first 4,000 characters are read', () => {
    expect(emailCause(`${'5.'.repeat(100_000)} user unknown`)).toBe('unknown');
  });
});
