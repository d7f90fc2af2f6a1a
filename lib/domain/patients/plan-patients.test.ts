import { expect, test } from 'vitest';
import { actionsOf } from '#lib/domain/directories/import-plan';
import { type KnownPatients, type PatientRowOfFile, planPatients } from './plan-patients.ts';

const nobody: KnownPatients = {
  links: new Map(),
  apart: new Set(),
  byExternalId: new Map(),
  sendersByExternalId: new Map(),
  records: new Map(),
  newId: ({ line }) => `dir:${line}`,
};
const row = (line: number, cells: PatientRowOfFile['cells']): PatientRowOfFile => ({ line, cells });
const plan = (rows: readonly PatientRowOfFile[], known: Partial<KnownPatients> = {}) =>
  planPatients(rows)(rows, { ...nobody, ...known });
const known = {
  links: new Map([
    ['osigu:a', 'dir:1'],
    ['photon:b', 'dir:2'],
  ]),
  records: new Map([['dir:1', { name: 'Ada Invented', email: 'ada@example.com' }]]),
};

test('a row whose ids nobody has is a new person, linked with each of them', () => {
  const [planned] = plan([row(2, { name: 'Ada', osigu_id: 'a', photon_id: 'b' })]);
  expect(planned?.outcome).toBe('new');
  expect(planned && actionsOf(planned)).toEqual([
    { type: 'scriptline.patient.recorded', data: { recordId: 'dir:2', name: 'Ada' } },
    { type: 'scriptline.patient.linked', data: { patientId: 'osigu:a', recordId: 'dir:2', basis: 'import' } },
    { type: 'scriptline.patient.linked', data: { patientId: 'photon:b', recordId: 'dir:2', basis: 'import' } },
  ]);
});

test('a person found by an id changes in each differing field, shown before and after; a blank cell changes nothing', () => {
  const [planned] = plan([row(2, { osigu_id: 'a', email: 'New@Example.com', medication_id: 'm' })], known);
  expect(planned).toMatchObject({
    outcome: 'changed',
    changes: [
      { field: 'email', before: 'ada@example.com', after: 'new@example.com' },
      { field: 'link', before: null, after: 'medication:m' },
    ],
  });
  expect(planned && actionsOf(planned)).toEqual([
    { type: 'scriptline.patient.recorded', data: { recordId: 'dir:1', email: 'new@example.com' } },
    { type: 'scriptline.patient.linked', data: { patientId: 'medication:m', recordId: 'dir:1', basis: 'import' } },
  ]);
});

test('what is entered already is unchanged', () => {
  expect(plan([row(2, { osigu_id: 'a', name: 'Ada Invented', email: 'ADA@example.com' })], known)).toMatchObject([
    { outcome: 'unchanged' },
  ]);
});

test('the same name is nobody: only an id finds a person', () => {
  expect(plan([row(2, { osigu_id: 'z', name: 'Ada Invented' })], known)).toMatchObject([{ outcome: 'new' }]);
});

test('ids that belong to different people are a conflict that names both', () => {
  expect(plan([row(2, { osigu_id: 'a', photon_id: 'b', name: 'X' })], known)).toMatchObject([
    {
      outcome: 'conflicting',
      conflicts: [
        { field: 'osigu_id', id: 'osigu:a', recordId: 'dir:1' },
        { field: 'photon_id', id: 'photon:b', recordId: 'dir:2' },
      ],
    },
  ]);
});

test('an external id joins the patients whose senders bear it, but none that another row names', () => {
  const rows = [row(2, { external_id: 'mrn-1', name: 'Ada' }), row(3, { photon_id: 'p2', name: 'Eda' })];
  const sendersByExternalId = new Map([['mrn-1', ['photon:p1', 'photon:p2']]]);
  const [first] = plan(rows, { sendersByExternalId });
  expect(first && actionsOf(first)).toEqual([
    { type: 'scriptline.patient.recorded', data: { recordId: 'dir:2', name: 'Ada', externalId: 'mrn-1' } },
    { type: 'scriptline.patient.linked', data: { patientId: 'photon:p1', recordId: 'dir:2', basis: 'shared_id' } },
  ]);
});

test.each<[string, PatientRowOfFile['cells'], object[]]>([
  ['no id at all', { name: 'Ada' }, [{ why: 'no-id' }]],
  ['an address that is none', { osigu_id: 'a', email: 'ada@' }, [{ why: 'email', field: 'email' }]],
  ['a language that mails are not written in', { osigu_id: 'a', language: 'fr' }, [{ why: 'language' }]],
  ['an id with a space', { osigu_id: 'a b' }, [{ why: 'unreadable', field: 'osigu_id' }]],
  ['a name without an end', { osigu_id: 'a', name: 'x'.repeat(501) }, [{ why: 'too-long', field: 'name' }]],
  [
    'a language by the name of an object’s own part',
    { osigu_id: 'a', language: 'constructor' },
    [{ why: 'language', field: 'language' }],
  ],
  ['U+0000', { osigu_id: 'a', name: 'A\u0000' }, [{ why: 'unreadable', field: 'name' }]],
])('%s is wrong, with its line', (_, cells, faults) => {
  expect(plan([row(7, cells)])).toMatchObject([{ line: 7, outcome: 'wrong', faults }]);
});

test('an id that two rows name is wrong in the later one, which says where it was named first', () => {
  expect(plan([row(2, { osigu_id: 'a' }), row(3, { photon_id: 'a' }), row(4, { osigu_id: 'a' })])).toMatchObject([
    { outcome: 'new' },
    { outcome: 'new' },
    { outcome: 'wrong', faults: [{ why: 'twice', field: 'osigu_id', line: 2 }] },
  ]);
});

test.each([
  ['Español', 'es'],
  ['EN', 'en'],
  ['inglés', 'en'],
])('the language %s is %s', (language, after) => {
  expect(plan([row(2, { osigu_id: 'q', language })])).toMatchObject([{ changes: [{ after }, {}] }]);
});

test('ids that a person unlinked are a conflict where the file names them, and no shared id links them', () => {
  const apart = { ...known, links: new Map(), apart: new Set(['osigu:a', 'photon:c']) };
  expect(plan([row(2, { osigu_id: 'a', name: 'Ada' })], apart)).toEqual([
    {
      line: 2,
      label: 'Ada',
      outcome: 'conflicting',
      conflicts: [{ field: 'osigu_id', id: 'osigu:a', recordId: null }],
    },
  ]);
  const [planned] = plan([row(2, { external_id: 'mrn', name: 'Ada' })], {
    ...apart,
    sendersByExternalId: new Map([['mrn', ['photon:c', 'photon:d']]]),
  });
  expect(planned && actionsOf(planned).map(({ data }) => data['patientId'])).toEqual([undefined, 'photon:d']);
});
