import { type APIRequestContext, expect, test } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import type { FilterOf, ListDefinition, RowOf } from '#lib/contract/base/list';
import { lists } from '#lib/contract/overview/lists';
import { demoPassword } from '#prisma/demo';
import { firstQueries } from './support/first-html.ts';
import { type DemoIds, type Lists, type Sample, type Walk, walks } from './support/list-samples.ts';

type Values = Readonly<Record<string, string>>;
const usualPage = 50;
const addressOf = (path: string, values: Values) => `${path}?${new URLSearchParams(values)}`;

async function signIn(request: APIRequestContext, role: string): Promise<void> {
  const { csrfToken } = await (await request.get('/api/auth/csrf')).json();
  const form = { csrfToken, email: `${role}@demo.test`, password: demoPassword, json: 'true' };
  expect((await request.post('/api/auth/callback/credentials', { form })).status()).toBe(200);
}

async function json(request: APIRequestContext, path: string, values: Values) {
  const answer = await request.get(addressOf(path, values));
  expect(answer.status(), addressOf(path, values)).toBe(200);
  return answer.json();
}

/** Every row that the API has, page after page. */
async function rowsOf<R>(request: APIRequestContext, path: string, values: Values): Promise<R[]> {
  const rows: R[] = [];
  let cursor = '';
  do {
    const page = await json(request, path, { ...values, limit: '200', ...(cursor === '' ? {} : { cursor }) });
    rows.push(...page.items);
    cursor = page.nextCursor ?? '';
  } while (cursor !== '');
  return rows;
}

async function fileIds(request: APIRequestContext, path: string, values: Values, column: string): Promise<string[]> {
  const file = await request.get(addressOf(path, { ...values, format: 'csv' }));
  expect([file.status(), file.headers()['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
  const records: Record<string, string>[] = parse(await file.text(), { bom: true, columns: true });
  return records.map((record) => record[column] ?? '');
}

/** The rows that the HTML of a screen holds of a list, as the browser finds them without asking again. */
async function htmlRows<R>(request: APIRequestContext, page: string, values: Values, key: readonly string[]) {
  const answer = await request.get(addressOf(page, values));
  expect(answer.status(), addressOf(page, values)).toBe(200);
  const own = firstQueries(await answer.text()).filter((query) =>
    key.every((part, place) => query.key[place] === part),
  );
  expect(own.length, `what ${page} asks of ${key.join('/')}`).toBe(1);
  const data: { readonly pages?: readonly { readonly items: readonly R[] }[]; readonly items?: readonly R[] } =
    JSON.parse(JSON.stringify(own[0]?.data));
  return data.pages?.flatMap(({ items }) => items) ?? data.items ?? [];
}

async function demoIds(request: APIRequestContext): Promise<DemoIds> {
  const stock = await rowsOf<RowOf<Lists['stock']>>(request, '/api/stock-items', {});
  const { items: substances } = await json(request, '/api/register/substances', {});
  const { items: recalls } = await json(request, '/api/recalls', {});
  const location = stock.find(({ locationId }) => locationId !== null)?.locationId;
  const ids = { location: location ?? '', substance: substances[0]?.substance ?? '', recall: recalls[0]?.id ?? '' };
  expect(Object.values(ids).every((id) => id !== '')).toBe(true);
  return ids;
}

function holdTogether<R, V, A, S extends string>(
  list: ListDefinition<R, V, A, S>,
  walk: Walk<ListDefinition<R, V, A, S>>,
) {
  test(`${list.name}: the first HTML, the API and the file have the same rows, whatever the filter`, async ({
    request,
  }) => {
    await signIn(request, 'pharmacist');
    const demo = await demoIds(request);
    await signIn(request, walk.reader);
    const path = list.path.replace('{id}', encodeURIComponent(demo.recall));
    const page = walk.page?.replace('{id}', encodeURIComponent(demo.recall)) ?? null;
    const ids = (rows: readonly R[]) => rows.map(walk.rowId);

    async function same(field: string, values: Values, onScreen: boolean): Promise<number> {
      const asked = onScreen ? { ...walk.first, ...values } : values;
      const rows = ids(await rowsOf<R>(request, path, asked));
      if (walk.fileId !== null)
        expect(
          (await fileIds(request, path, asked, walk.fileId)).toSorted(),
          `file, ${field} ${JSON.stringify(asked)}`,
        ).toEqual(rows.toSorted());
      if (onScreen && page !== null) {
        const first = await json(request, path, { ...asked, limit: String(usualPage) });
        expect(
          ids(await htmlRows<R>(request, page, values, list.key)),
          `HTML, ${field} ${JSON.stringify(values)}`,
        ).toEqual(ids(first.items));
      }
      // The screen's own first values may leave nothing of it: whether the value itself matches is asked without them.
      return walk.first === undefined ? rows.length : (await rowsOf<R>(request, path, values)).length;
    }

    const all = await rowsOf<R>(request, path, {});
    if (!walk.emptyInDemo) expect(all.length).toBeGreaterThan(0);
    await same('no filter', {}, true);
    for (const name of fieldsOf(list)) {
      const onScreen = Object.hasOwn(list.filter, name);
      const sample: Sample<R> | undefined = walk.samples[name];
      if (sample === undefined) throw new Error(`${list.name}: ${name} has no sample`);
      const { some, none } = sample;
      const found: number[] = [];
      for (const value of some(all, demo)) found.push(await same(name, { [name]: value ?? '' }, onScreen));
      if (!walk.emptyInDemo) expect(Math.max(...found), `${name} matches something`).toBeGreaterThan(0);
      if (none !== null) expect(await same(name, { [name]: none }, onScreen), `${name}=${none}`).toBe(0);
    }
  });
}

function fieldsOf<R, V, A, S extends string>({ filter, apiOnly }: ListDefinition<R, V, A, S>) {
  const names: (keyof FilterOf<ListDefinition<R, V, A, S>> & string)[] = [];
  for (const name in filter) names.push(name);
  for (const name in apiOnly) names.push(name);
  return names;
}

holdTogether(lists.alerts, walks.alerts);
holdTogether(lists.dispenses, walks.dispenses);
holdTogether(lists.lots, walks.lots);
holdTogether(lists.prescriptions, walks.prescriptions);
holdTogether(lists.queue, walks.queue);
holdTogether(lists.recalls, walks.recalls);
holdTogether(lists.returns, walks.returns);
holdTogether(lists['safety-checks'], walks['safety-checks']);
holdTogether(lists.stock, walks.stock);
