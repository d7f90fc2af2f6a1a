import { createServer, type Socket } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, expect, test } from 'vitest';
import { isStorableText } from '#lib/domain/base/json/jsonb-limits';
import { type OutgoingMail, type SmtpTimeouts, sendBySmtp } from './smtp.ts';

// Real conversations with a real server, or with one that misbehaves byte by byte.
const patience: SmtpTimeouts = { connect: 2_000, greeting: 400, silence: 400, whole: 5_000 };
const mail: OutgoingMail = {
  from: { name: 'Clínica', address: 'no-reply@clinic.test' },
  to: 'ana@example.com',
  subject: 'Your prescription RX-1',
  text: 'Show this code: RX-1',
  html: '<p>Show this code: RX-1</p>',
  messageId: '<out_1@clinic.test>',
  listId: '<prescriptions.clinic.test>',
  language: 'es',
};

const closers: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function serve(options: SMTPServerOptions): Promise<{ url: string; taken: string[]; secure: boolean[] }> {
  const taken: string[] = [];
  const secure: boolean[] = [];
  const server = new SMTPServer({
    authOptional: true,
    logger: false,
    onData(stream, session, done) {
      let text = '';
      stream.on('data', (chunk) => {
        text += chunk;
      });
      stream.on('end', () => {
        taken.push(text);
        secure.push(session.secure);
        done();
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => new Promise<void>((resolve) => server.close(resolve)));
  return { url: `smtp://127.0.0.1:${portOf(server.server.address())}`, taken, secure };
}

const portOf = (address: unknown) => Number(Reflect.get(Object(address), 'port'));

/** Answers each line by the script; `null` drops the connection, `''` says nothing. */
async function script(
  greeting: string | null,
  answer: (line: string, inData: boolean) => string | null,
): Promise<string> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    if (greeting === null) {
      socket.destroy();
      return;
    }
    socket.write(greeting);
    let rest = '';
    let inData = false;
    socket.on('data', (chunk) => {
      rest += chunk;
      for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
        const line = rest.slice(0, end);
        rest = rest.slice(end + 2);
        if (inData && line !== '.') continue;
        const reply = answer(line, inData);
        if (reply === null) {
          socket.destroy();
          return;
        }
        inData = reply.startsWith('354');
        socket.write(reply);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return `smtp://127.0.0.1:${portOf(server.address())}`;
}

/** A server that behaves until `at`, where it says `what`. */
function until(at: string, what: string | null): (line: string, inData: boolean) => string | null {
  return (line, inData) => {
    if (inData) return at === '.' ? what : '250 2.0.0 taken\r\n';
    if (line.startsWith(at)) return what;
    if (line.startsWith('EHLO'))
      return at === 'STARTTLS'
        ? '250-hi\r\n250 STARTTLS\r\n'
        : at === 'AUTH'
          ? '250-hi\r\n250 AUTH PLAIN\r\n'
          : '250 hi\r\n';
    return line === 'DATA' ? '354 go on\r\n' : '250 2.1.0 fine\r\n';
  };
}

test('a mail is taken as it was written: two parts, its list, its id, made by a machine', async () => {
  const { url, taken } = await serve({ hideSTARTTLS: true });
  expect(await sendBySmtp(url, mail, patience)).toMatchObject({
    outcome: 'accepted',
    reply: expect.stringMatching(/^250/),
  });
  const [raw = ''] = taken;
  for (const header of [
    /^Message-ID: <out_1@clinic\.test>/m,
    /^List-Id: <prescriptions\.clinic\.test>/im,
    /^Auto-Submitted: auto-generated/m,
    /^Content-Type: multipart\/alternative/m,
    /^Content-Language: es/m,
    /^To: ana@example\.com/m,
  ])
    expect(raw).toMatch(header);
});

test('where TLS is offered it is used, and a name and password are given inside it', async () => {
  const asked: unknown[] = [];
  const { url, secure } = await serve({
    authOptional: false,
    onAuth: ({ username, password }, session, done) => {
      asked.push(username, password, String(session.secure));
      done(null, { user: 'clinic' });
    },
  });
  const own = `${url.replace('//', '//clinic:p%40ss@')}?tls.rejectUnauthorized=false`;
  expect(await sendBySmtp(own, mail, patience)).toMatchObject({ outcome: 'accepted' });
  expect([asked, secure]).toEqual([['clinic', 'p@ss', 'true'], [true]]);
});

test('a certificate that nobody vouches for is not trusted: nothing is sent', async () => {
  const { url, taken } = await serve({});
  expect(await sendBySmtp(url, mail, patience)).toMatchObject({ outcome: 'unreachable' });
  expect(taken).toEqual([]);
});

test.each([
  ['the greeting', '554 5.7.1 not you\r\n', 'QUIT', '', { outcome: 'refused', lasting: true }],
  ['EHLO', '220 hi\r\n', 'EHLO', '421 4.7.0 too busy\r\n', { outcome: 'refused', lasting: false }],
  ['STARTTLS', '220 hi\r\n', 'STARTTLS', '454 4.7.0 no TLS now\r\n', { outcome: 'refused', lasting: false }],
  [
    'MAIL',
    '220 hi\r\n',
    'MAIL',
    '550 5.7.1 not from you\r\n',
    { outcome: 'refused', lasting: true, stage: 'MAIL FROM' },
  ],
  [
    'RCPT',
    '220 hi\r\n',
    'RCPT',
    '550 5.1.1 no such user\r\n',
    { outcome: 'refused', lasting: true, stage: 'RCPT TO', reply: '550 5.1.1 no such user' },
  ],
  ['RCPT, for now', '220 hi\r\n', 'RCPT', '452 4.2.2 full\r\n', { outcome: 'refused', lasting: false }],
  ['DATA', '220 hi\r\n', 'DATA', '554 5.5.1 no\r\n', { outcome: 'refused', lasting: true, stage: 'DATA' }],
  [
    'the mail itself',
    '220 hi\r\n',
    '.',
    '550 5.7.1 looks like spam\r\n',
    { outcome: 'refused', lasting: true, stage: 'DATA' },
  ],
  ['the mail itself, for now', '220 hi\r\n', '.', '451 4.3.0 later\r\n', { outcome: 'refused', lasting: false }],
])('refused at %s', async (_, greeting, at, what, outcome) => {
  expect(await sendBySmtp(await script(greeting, until(at, what)), mail, patience)).toMatchObject(outcome);
});

test('refused at AUTH', async () => {
  const url = await script('220 hi\r\n', until('AUTH', '535 5.7.8 wrong\r\n'));
  expect(await sendBySmtp(url.replace('//', '//me:wrong@'), mail, patience)).toMatchObject({
    outcome: 'refused',
    lasting: true,
    stage: expect.stringMatching(/^AUTH/),
  });
});

test.each(['EHLO', 'MAIL', 'RCPT', 'DATA'])(
  'silence at %s, and a dropped line there, mean that nothing was sent',
  async (at) => {
    for (const what of ['', null])
      expect(await sendBySmtp(await script('220 hi\r\n', until(at, what)), mail, patience)).toMatchObject({
        outcome: 'unreachable',
      });
  },
);

test.each(['', null])('no greeting (%j) means that nothing was sent', async (greeting) => {
  expect(await sendBySmtp(await script(greeting, () => ''), mail, patience)).toMatchObject({ outcome: 'unreachable' });
});

test.each([
  ['hangs', ''],
  ['drops the line', null],
])('a server that takes the mail and then %s may have it', async (_, what) => {
  expect(await sendBySmtp(await script('220 hi\r\n', until('.', what)), mail, patience)).toMatchObject({
    outcome: 'uncertain',
  });
});

test('nobody listening means that nothing was sent', async () => {
  const { url } = await serve({});
  await closers.pop()?.();
  expect(await sendBySmtp(url, mail, patience)).toMatchObject({
    outcome: 'unreachable',
    reply: expect.stringContaining('ECONNREFUSED'),
  });
});

test('a conversation that drips on for ever ends', async () => {
  const url = await script('220 hi\r\n', (line) =>
    line.startsWith('EHLO') ? '250-hi\r\n250-there\r\n' : '250 fine\r\n',
  );
  expect(await sendBySmtp(url, mail, { ...patience, silence: 60_000, whole: 500 })).toMatchObject({
    outcome: 'unreachable',
  });
});

test.each([
  'ana@example.com, luis@example.org',
  'ana@example.com;luis@example.org',
  'Familia: ana@example.com, luis@example.org;',
  'Ana <ana@example.com>',
  'ana@example.com\r\nBcc: luis@example.org',
  'ana@example.com luis@example.org',
  'ana',
  '',
])('nothing is sent to %j, which is not exactly one address', async (to) => {
  const { url, taken } = await serve({ hideSTARTTLS: true });
  expect(await sendBySmtp(url, { ...mail, to }, patience)).toMatchObject({ outcome: 'refused', lasting: true });
  expect(taken).toEqual([]);
});

test('the envelope and the header name one and the same address', async () => {
  const named: string[] = [];
  const { url, taken } = await serve({
    hideSTARTTLS: true,
    onRcptTo({ address }, _session, done) {
      named.push(address);
      done();
    },
  });
  expect(await sendBySmtp(url, { ...mail, to: "o'brien+rx@example.com" }, patience)).toMatchObject({
    outcome: 'accepted',
  });
  expect(named).toEqual(["o'brien+rx@example.com"]);
  expect(taken[0]).toMatch(/^To: o'brien\+rx@example\.com\r?$/m);
});

const odd = `with a NUL \u0000, ${'a'.repeat(1_950)}${'😀'.repeat(60)}`;
test.each([
  ['accepted', '.', `250 2.0.0 taken ${odd}\r\n`],
  ['refused', 'RCPT', `550 5.1.1 no such user ${odd}\r\n`],
  ['refused', '.', `451 4.3.0 later ${odd}\r\n`],
  ['unreachable', 'MAIL', null],
] as const)(
  '%s in words that no column takes (at %s): the words are kept as a row can hold them',
  async (how, at, said) => {
    const url = await script('220 hi\r\n', until(at, said));
    const { outcome, reply } = await sendBySmtp(url, mail, patience);
    expect([outcome, isStorableText(reply), reply.length <= 2_000]).toEqual([how, true, true]);
  },
);
