import { expect, test } from 'vitest';
import { changesOf, readData, sampleChanges } from '#scripts/testing/stories/sample-events';

test.each<[string, string[]]>([
  [
    'prescription.issued',
    [
      'prescription osigu:rx_demo_2001 written=issued code=RX-2026-4410 version=v1.1 patientId=osigu:pat_demo_201 prescriberId=osigu:doc_demo_ana prescriberRegistration=MP-70011 diagnoses=["J02"] issuedAt=2026-11-10T16:00:00.000Z',
      'patient osigu:pat_demo_201 firstName=Marisol lastName=Quirante',
      'prescriptionItem osigu:rx_demo_2001|1 prescriptionId=osigu:rx_demo_2001 line=1 productCode=MED-042 quantity=21 sig=1 cápsula cada 8 horas durationDays=7',
      'prescriptionItem osigu:rx_demo_2001|2 prescriptionId=osigu:rx_demo_2001 line=2 productCode=MED-077 quantity=1 sig=10 ml si hay fiebre durationDays=3',
    ],
  ],
  [
    'prescription.email_delivered',
    [
      'prescription osigu:rx_demo_2001 code=RX-2026-4410 attemptedAddress=marisol@example.com',
      'emailDelivery osigu:rx_demo_2001|marisol@example.com prescriptionId=osigu:rx_demo_2001 address=marisol@example.com state=accepted lastAcceptance=accepted acceptedAt=2026-11-10T16:31:00.000Z carrier=osigu',
    ],
  ],
  [
    'prescription.email_failed',
    [
      'prescription osigu:rx_demo_2001 attemptedAddress=marisol@exmaple.com',
      'emailDelivery osigu:rx_demo_2001|marisol@exmaple.com prescriptionId=osigu:rx_demo_2001 address=marisol@exmaple.com state=failed firstFailure=failed lastFailure=failed reason=550 mailbox not found cause=address carrier=osigu',
    ],
  ],
  [
    'dispensing.started',
    ['dispensation osigu:dsn_demo_02 prescriptionCode=RX-2026-4410 pharmacy=Farmacia del Parque state=started'],
  ],
  [
    'dispensing.completed',
    [
      'dispensation osigu:dsn_demo_02 prescriptionId=osigu:rx_demo_2001 prescriptionCode=RX-2026-4410 pharmacy=Farmacia del Parque state=completed',
      'prescription osigu:rx_demo_2001 code=RX-2026-4410',
      'dispense osigu:dsn_demo_02|MED-042 dispensationId=osigu:dsn_demo_02 prescriptionId=osigu:rx_demo_2001 prescriptionCode=RX-2026-4410 productCode=MED-042 quantity=21 dispensedAt=2026-11-11T17:08:40.000Z',
      'dispense osigu:dsn_demo_02|MED-077 dispensationId=osigu:dsn_demo_02 prescriptionId=osigu:rx_demo_2001 prescriptionCode=RX-2026-4410 productCode=MED-077 quantity=1 dispensedAt=2026-11-11T17:08:40.000Z',
    ],
  ],
  [
    'dispensing.cancelled',
    ['dispensation osigu:dsn_demo_01 prescriptionCode=RX-2026-4410 state=cancelled reason=Out of stock'],
  ],
])('the sample %s changes', (name, lines) => {
  expect(sampleChanges(name)).toEqual(lines);
});

test.each([
  ['dispensing.started', { code_type: 'AUTHORIZATION', prescription_id: 'rx_1' }],
  ['dispensing.completed', { code_type: 'AUTHORIZATION' }],
  ['dispensing.cancelled', { code_type: 'AUTHORIZATION' }],
  ['dispensing.completed', { code: 'RX-1' }],
])('%s of %j is of no concern', (type, data) => {
  expect(readData(type, { dispensation_id: 'dsn_1', ...data })).toEqual({
    outcome: 'ignored',
    type,
    keep: '2y',
    reason: 'no-concern',
  });
});

test.each([
  ['dispensing.started', { code_type: 'prescription', code: 'RX-1' }],
  ['dispensing.completed', { prescription_id: 'rx_1' }],
  ['dispensing.cancelled', {}],
])('%s of %j is ours', (type, data) => {
  expect(readData(type, { dispensation_id: 'dsn_1', ...data })).toMatchObject({ outcome: 'processed' });
});

test('one product on two lines is one dispense of the sum; a lone product takes the whole amount', () => {
  const products = [
    { product_code: 'MED-1', quantity: '1.5' },
    { product_code: 'MED-1', quantity: 2 },
  ];
  const read = readData('dispensing.completed', {
    dispensation_id: 'dsn_1',
    code_type: 'PRESCRIPTION',
    code: 'RX-1',
    products,
    total_amount: '12.50',
  });
  expect(changesOf(read).slice(1)).toEqual([
    'dispense osigu:dsn_1|MED-1 dispensationId=osigu:dsn_1 prescriptionCode=RX-1 productCode=MED-1 quantity=3.5 amount=12.5 dispensedAt=2026-11-19T12:00:00.000Z',
  ]);
});

test.each([
  ['text', 'Farmacia Sol', 'Farmacia Sol'],
  ['an object with a name', { pharmacy_name: 'Farmacia Sol' }, 'Farmacia Sol'],
  ['an object without one', { city: 'Lima' }, undefined],
  ['a list', [1], undefined],
])('a pharmacy given as %s', (_, pharmacy, name) => {
  const read = readData('dispensing.started', { dispensation_id: 'dsn_1', prescription_id: 'rx_1', pharmacy });
  expect(read).toMatchObject({
    entry: { title: name === undefined ? { key: 'dispensing' } : { key: 'dispensingAt', params: { pharmacy: name } } },
  });
});

test('an email is identified by its address, however it is written', () => {
  const lines = changesOf(
    readData('prescription.email_failed', { prescription_id: 'rx_1', email: ' Ana@Example.COM' }),
  );
  expect(lines).toEqual([
    'prescription osigu:rx_1 attemptedAddress=ana@example.com',
    'emailDelivery osigu:rx_1|ana@example.com prescriptionId=osigu:rx_1 address=ana@example.com state=failed firstFailure=failed lastFailure=failed reason= cause=unknown carrier=osigu',
  ]);
});
