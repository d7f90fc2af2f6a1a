import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { endSession } from '#lib/db/access/session';
import { inTenant } from '#lib/db/base/in-tenant';
import { Conflict, Forbidden, NotFound, Unavailable } from '#lib/domain/base/refusal';
import { amendmentBody, largestAmendment } from '#lib/http/dead-letters/amendment-schema';
import { largestNotice, noticeBody } from '#lib/http/recalls/recall-schema';
import { demoDatabase } from '#scripts/testing/demo-database';
import { sessionCookie } from '#scripts/testing/session-cookie';
import { openRoute, route } from './http.ts';

let database: Awaited<ReturnType<typeof demoDatabase>>;
let doctor: { cookie: string; sessionId: string };
let admin: { cookie: string; sessionId: string };

beforeAll(async () => {
  database = await demoDatabase();
  doctor = await sessionCookie('doctor@demo.test');
  admin = await sessionCookie('admin@demo.test');
});
afterAll(() => database.close());

const params = z.object({ id: z.string().regex(/^\w+:\w+$/) });
const query = z.object({ limit: z.coerce.number().int().max(200).default(50) });
const body = z.object({ reason: z.string().min(5), at: z.object({ lines: z.array(z.number()) }).optional() });

const read = route(
  { permission: 'prescriptions.read', params, query },
  async ({ params: { id }, query: { limit }, scope }) => ({
    ...{ id, limit, tenant: scope.tenantId },
  }),
);
const act = route({ permission: 'events.reveal', body }, async ({ body: { reason } }) =>
  Response.json({ reason }, { status: 202 }),
);

type Ask = {
  cookie?: string;
  headers?: Record<string, string>;
  method?: string;
  text?: string;
  id?: string;
  search?: string;
};
function ask(
  handler: typeof read,
  { cookie, headers = {}, method = 'GET', text, id = 'osigu:rx_1', search = '' }: Ask = {},
): Promise<Response> {
  const request = new Request(`http://127.0.0.1:3000/api/things/${id}${search}`, {
    ...{ method, headers: { host: '127.0.0.1:3000', ...headers, ...(cookie ? { cookie } : {}) } },
    ...(text === undefined ? {} : { body: text }),
  });
  return handler(request, { params: Promise.resolve({ id }) });
}
const post = (more: Ask) =>
  ask(act, { method: 'POST', text: '{"reason":"a complaint"}', cookie: admin.cookie, ...more });
const failing = (error: unknown) =>
  ask(
    route({}, () => Promise.reject(error)),
    { cookie: doctor.cookie },
  );

async function expectProblem(answer: Response, status: number, code: string): Promise<Record<string, unknown>> {
  const problem: Record<string, unknown> = await answer.json();
  expect(answer.status).toBe(status);
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(problem).toMatchObject({
    type: `urn:scriptline:problem:${code}`,
    status,
    requestId: answer.headers.get('x-request-id'),
  });
  expect(problem['title']).toMatch(/\w{3}/);
  return problem;
}

describe('the account that asks', () => {
  test('a session with the permission is answered, uncached, with the request id that it gave', async () => {
    const answer = await ask(read, { cookie: doctor.cookie, headers: { 'x-request-id': 'call-12345' } });
    expect(await answer.json()).toEqual({ id: 'osigu:rx_1', limit: 50, tenant: 'demo' });
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('x-request-id')).toBe('call-12345');
  });

  test('a request id that could break a log line is replaced', async () => {
    const answer = await ask(read, { cookie: doctor.cookie, headers: { 'x-request-id': 'a"b c' } });
    expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  test.each([
    ['none', undefined],
    ['nonsense', 'next-auth.session-token=abc.def'],
    ['another name', 'session=abc'],
  ])('a cookie that is %s is 401', async (_how, cookie) => {
    await expectProblem(await ask(read, cookie === undefined ? {} : { cookie }), 401, 'signed-out');
  });

  test('a cookie whose session was ended is 401 at once', async () => {
    const { cookie, sessionId } = await sessionCookie('doctor@demo.test');
    expect((await ask(read, { cookie })).status).toBe(200);
    await endSession(sessionId, 'session.ended', 'usr_admin');
    await expectProblem(await ask(read, { cookie }), 401, 'signed-out');
  });

  test('a bearer token is not a session', async () => {
    const token = doctor.cookie.split('=')[1];
    await expectProblem(await ask(read, { headers: { authorization: `Bearer ${token}` } }), 401, 'signed-out');
  });
});

describe('permissions', () => {
  const refusals = () =>
    inTenant({ tenantId: 'demo' }, (tx) =>
      tx.auditEntry.findMany({ where: { tenantId: 'demo', action: 'refused' }, orderBy: { seq: 'asc' } }),
    );

  test('a role without the permission is 403, and the audit says so', async () => {
    const before = (await refusals()).length;
    const problem = await expectProblem(await post({ cookie: doctor.cookie }), 403, 'forbidden');
    expect((await refusals()).slice(before)).toMatchObject([
      { subjectKind: 'permission', subjectId: 'events.reveal', requestId: problem['requestId'] },
    ]);
  });

  test("a colleague's record is 403, and the audit names it", async () => {
    const before = (await refusals()).length;
    await expectProblem(await failing(new Forbidden({ kind: 'prescription', id: 'osigu:rx_9' })), 403, 'forbidden');
    expect((await refusals()).slice(before)).toMatchObject([{ subjectKind: 'prescription', subjectId: 'osigu:rx_9' }]);
  });
});

describe('the origin of a mutation', () => {
  test.each([
    ['another site', { origin: 'https://evil.test' }],
    ['a sandboxed frame', { origin: 'null' }],
    ['a browser that says cross-site', { 'sec-fetch-site': 'cross-site' }],
  ])('a mutation from %s is refused before anything is read', async (_who, headers) => {
    await expectProblem(await post({ headers }), 403, 'cross-site');
    await expectProblem(await ask(act, { method: 'POST', text: '{', headers }), 403, 'cross-site');
  });

  test.each([
    ['our own page', { origin: 'http://127.0.0.1:3000', 'sec-fetch-site': 'same-origin' }],
    ['a program with the cookie', {}],
  ])('a mutation from %s is carried out', async (_who, headers) => {
    expect((await post({ headers })).status).toBe(202);
  });

  test('reading is allowed from anywhere: the cookie is SameSite=Lax and the answer is not shared', async () => {
    expect((await ask(read, { cookie: doctor.cookie, headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(200);
  });
});

describe('the shape of a request', () => {
  test.each([
    ['not JSON', '{', ['body']],
    ['nothing', '', ['body']],
    ['a wrong and a missing key', '{"at":{"lines":[1,"Ana"]}}', ['body.at.lines.1', 'body.reason']],
  ])('a body that is %s is 422 with paths and never a value', async (_how, text, paths) => {
    const problem = await expectProblem(await post({ text }), 422, 'invalid');
    expect([problem['paths']].flat().sort()).toEqual(paths);
    expect(JSON.stringify(problem)).not.toContain('Ana');
  });

  test('a query out of bounds is 422, an id of another form is 404', async () => {
    const problem = await expectProblem(
      await ask(read, { cookie: doctor.cookie, search: '?limit=201' }),
      422,
      'invalid',
    );
    expect(problem['paths']).toEqual(['query.limit']);
    await expectProblem(await ask(read, { cookie: doctor.cookie, id: 'x' }), 404, 'not-found');
  });

  test('a body beyond 64 KiB is 413', async () => {
    await expectProblem(await post({ text: JSON.stringify({ reason: 'x'.repeat(70_000) }) }), 413, 'too-large');
  });

  test.each([
    ['an amendment', amendmentBody, largestAmendment, { text: `"é\\`.repeat(80_000), reason: 'the sender lost a key' }],
    ['a notice', noticeBody, largestNotice, { text: '"\n'.repeat(50_000) }],
  ])(
    '%s of the longest text that it may have is taken, and its limit holds',
    async (_name, schema, largestBody, sent) => {
      const take = route({ permission: 'events.reveal', body: schema, largestBody }, async ({ body: { text } }) => ({
        letters: text.length,
      }));
      const options = { method: 'POST', cookie: admin.cookie };
      const answer = await ask(take, { ...options, text: JSON.stringify(sent) });
      expect(await answer.json()).toEqual({ letters: sent.text.length });
      const beyond = JSON.stringify({ text: 'x'.repeat(largestBody) });
      await expectProblem(await ask(take, { ...options, text: beyond }), 413, 'too-large');
    },
  );
});

describe('faults', () => {
  test('refusals keep their own status', async () => {
    await expectProblem(await failing(new NotFound()), 404, 'not-found');
    await expectProblem(await failing(new Conflict('already-on-its-way')), 409, 'already-on-its-way');
  });

  test('an outage asks to come back', async () => {
    for (const outage of [new Unavailable(7), Object.assign(new Error('x'), { code: 'ECONNREFUSED' })]) {
      const answer = await failing(outage);
      await expectProblem(answer, 503, 'unavailable');
      expect(answer.headers.get('retry-after')).toMatch(/^[57]$/);
    }
  });

  test('any other fault shows nothing but the request id', async () => {
    const problem = await expectProblem(await failing(new Error('Ana Solares in "Patient"')), 500, 'internal');
    expect(JSON.stringify(problem)).not.toMatch(/Ana|Patient/);
  });

  test('a route without a session answers errors in the same form', async () => {
    const answer = await openRoute(() => Promise.reject(new Unavailable()))(
      new Request('http://127.0.0.1:3000/api/health/ready'),
      { params: Promise.resolve({}) },
    );
    await expectProblem(answer, 503, 'unavailable');
  });
});
