import { describe, expect, test } from 'vitest';
import { changeGroup, rowChange } from './replay-change.ts';

const register = (v: string) => ({ v, at: '2026-11-12T12:00:00.000Z', r: 0, t: 't', by: 1 });

describe('a row of the diff, as an admin sees it', () => {
  test('names what differs, before and after; what stays the same is left out', () => {
    const before = { id: 'medication:dsp_1', registers: { quantity: register('10'), lotNumber: register('A') } };
    const after = { id: 'medication:dsp_1', registers: { quantity: register('20'), lotNumber: register('A') } };
    expect(rowChange('Dispense', ['medication:dsp_1'], before, after)).toEqual({
      ...{ what: 'changed', subject: 'medication:dsp_1', hidden: 0 },
      fields: [{ name: 'quantity', before: '10', after: '20' }],
    });
  });

  test('names, addresses and free text are counted, never shown, also not where they stand in an id', () => {
    const person = { id: 'osigu:pat_1', registers: { firstName: register('Marisol'), lastName: register('Duarte') } };
    const mail = {
      id: 'osigu:rx_1|marisol@example.test',
      prescriptionId: 'osigu:rx_1',
      registers: {
        address: register('marisol@example.test'),
        reason: register('550 marisol'),
        state: register('failed'),
      },
    };
    const expected = [
      rowChange('Patient', ['osigu:pat_1'], null, person),
      rowChange('EmailDelivery', ['osigu:rx_1|marisol@example.test'], null, mail),
      rowChange('PatientTerm', ['marisol', 'osigu:pat_1'], null, { term: 'marisol', patientId: 'osigu:pat_1' }),
    ];
    expect(JSON.stringify(expected)).not.toMatch(/marisol|duarte/i);
    expect(expected.map(({ hidden }) => hidden)).toEqual([2, 2, 1]);
    expect(expected.map(({ subject }) => subject)).toEqual(['osigu:pat_1', 'osigu:rx_1', 'osigu:pat_1']);
  });

  test('what was not there is new, what goes is gone', () => {
    const row = { id: 'not_delivered|osigu:rx_1', kind: 'not_delivered' };
    expect(rowChange('FollowUp', [row.id], null, row).what).toBe('new');
    expect(rowChange('FollowUp', [row.id], row, null).what).toBe('gone');
  });

  test('every table belongs to what a person asks after', () => {
    const of = ['Dispense', 'StockBalance', 'Alert', 'FollowUp', 'PrescriptionTerm'].map(changeGroup);
    expect(of).toEqual(['prescriptions', 'stock', 'alerts', 'follow-ups', 'other']);
  });
});
