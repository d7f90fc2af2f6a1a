import { expect, test } from 'vitest';
import { columnsOf } from './import-columns.ts';
import { actionsOf } from './import-plan.ts';
import { type KnownProducts, type ProductRowOfFile, planProducts } from './plan-products.ts';

const known: KnownProducts = {
  codes: new Map([
    ['osigu:MED-1', 'product:1'],
    ['photon:med_2', 'product:2'],
  ]),
  products: new Map([['product:1', { display: 'Metformin 500 mg', reorderPoint: '40' }]]),
  newId: ({ line }) => `product:new-${line}`,
};
const row = (line: number, cells: ProductRowOfFile['cells']): ProductRowOfFile => ({ line, cells });
const plan = (...rows: readonly ProductRowOfFile[]) => planProducts(rows)(rows, known);

test('a code that nobody has is a new product with all the codes of its row', () => {
  const [planned] = plan(row(2, { display: 'Amoxicillin', osigu_code: 'MED-9; MED-8', medication_code: 'RxNorm|1' }));
  expect(planned?.outcome).toBe('new');
  expect(planned && actionsOf(planned)).toEqual([
    {
      type: 'scriptline.product.recorded',
      data: {
        productId: 'product:new-2',
        display: 'Amoxicillin',
        codes: ['osigu:MED-9', 'osigu:MED-8', 'medication:RxNorm|1'],
      },
    },
  ]);
});

test('a product found by a code changes in what differs; an equal number written otherwise is no change', () => {
  expect(plan(row(2, { osigu_code: 'MED-1', reorder_point: '40.0' }))).toMatchObject([{ outcome: 'unchanged' }]);
  expect(plan(row(2, { osigu_code: 'MED-1', unit: 'tablet' }))).toMatchObject([
    { outcome: 'changed', changes: [{ field: 'unit', before: null, after: 'tablet' }] },
  ]);
});

test('codes of different products are a conflict', () => {
  expect(plan(row(2, { display: 'X', osigu_code: 'MED-1', photon_code: 'med_2' }))).toMatchObject([
    { outcome: 'conflicting' },
  ]);
});

test.each<[string, ProductRowOfFile['cells'], object[]]>([
  ['no code', { display: 'X' }, [{ why: 'no-id' }]],
  ['a new product without a name', { osigu_code: 'MED-9' }, [{ why: 'no-name' }]],
  ['a reorder point in words', { osigu_code: 'MED-1', reorder_point: 'few' }, [{ why: 'number' }]],
])('%s is wrong', (_, cells, faults) => {
  expect(plan(row(3, cells))).toMatchObject([{ line: 3, outcome: 'wrong', faults }]);
});

test('a code that two rows name is wrong in the later one', () => {
  expect(plan(row(2, { osigu_code: 'A', display: 'A' }), row(3, { osigu_code: 'B A', display: 'B' }))).toMatchObject([
    { outcome: 'new' },
    { outcome: 'wrong', faults: [{ why: 'twice', field: 'osigu_code', line: 2 }] },
  ]);
});

test.each([
  [
    ['Nombre', 'Teléfono', 'Correo electrónico', 'Idioma', 'Osigu ID', 'x'],
    ['name', 'phone', 'email', 'language', 'osigu_id', null],
  ],
  [
    ['NAME', 'E-Mail', 'photon_id', 'MRN'],
    ['name', 'email', 'photon_id', 'external_id'],
  ],
])('the heads %j are read in either language', (head, columns) => {
  expect(columnsOf('patients', head)).toEqual(columns);
});
