import { describe, expect, test } from 'vitest';
import { Invalid } from '#lib/domain/base/refusal';
import { parseImportCsv } from './parse-import-csv.ts';

const head = 'patient_id,name\n';

async function refusal(csv: string): Promise<string> {
  const error = await parseImportCsv('patients', csv).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error instanceof Invalid ? `${error.code} ${error.paths.join()}` : String(error);
}

test('a file is read as it was written: quotes, accents, blank lines, a byte-order mark', async () => {
  const csv = '\uFEFFnombre;celular\r\n"Zúñiga; ""Ana""";5555 0101\r\n\r\n"dos\nlíneas";\r\nLuz;1\r\n';
  expect(await parseImportCsv('patients', csv)).toEqual([
    { line: 2, cells: { name: 'Zúñiga; "Ana"', phone: '5555 0101' } },
    { line: 4, cells: { name: 'dos\nlíneas' } },
    { line: 6, cells: { name: 'Luz', phone: '1' } },
  ]);
});

test('a cell that two parts of the parsing share stays whole, wherever they meet', async () => {
  const rows = Array.from({ length: 3_000 }, (_, at) => `Ñandú "${at}"`);
  const csv = `${head}${rows.map((name, at) => `p${at},"${name.replaceAll('"', '""')}"`).join('\n')}`;
  expect((await parseImportCsv('patients', csv)).map(({ cells }) => cells.name)).toEqual(rows);
});

describe('a file that is too long or too wide is refused before it is parsed to its end', () => {
  test.each([
    ['short rows', `${head}${'a\n'.repeat(1_200_000)}`, 'too-many-rows rows'],
    ['rows to one more than are allowed', `${head}${'a,b\n'.repeat(50_001)}`, 'too-many-rows rows'],
    ['blank lines', `${head}${'\n'.repeat(4_900_000)}`, 'too-many-rows rows'],
    ['columns in its head', ','.repeat(4_900_000), 'too-many-columns line.1'],
    ['columns in a row', `${head}a,b\n${';'.repeat(300)}`, 'too-many-columns line.3'],
  ])('%s', async (_, csv, expected) => {
    expect(await refusal(csv)).toBe(expected);
  });

  test('as many rows as are allowed are read', async () => {
    expect(await parseImportCsv('patients', `${head}${'a,b\n'.repeat(50_000)}`)).toHaveLength(50_000);
  });
});

test('others have their turn many times while a file is read', async () => {
  let reading = true;
  const rows = parseImportCsv('patients', `${head}${'a,b\n'.repeat(50_000)}`).finally(() => (reading = false));
  let turns = 0;
  while (reading) {
    await new Promise((resolve) => setImmediate(resolve));
    turns += 1;
  }
  await rows;
  expect(turns).toBeGreaterThan(20);
});

test.each([
  ['an open quote', `${head}a,"b\n`, /^invalid line\./],
  ['no column of ours', 'a,b\n1,2', /^invalid head$/],
  ['a head alone', head, /^invalid rows$/],
  ['nothing', '', /^invalid head$/],
])('%s is refused', async (_, csv, expected) => {
  expect(await refusal(csv)).toMatch(expected);
});
