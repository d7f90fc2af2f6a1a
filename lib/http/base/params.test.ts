import { expect, test } from 'vitest';
import { patientParams, productParams } from '#lib/http/directories/directory-schema';
import { followUpParams, incidentParams } from '#lib/http/follow-ups/follow-up-schema';
import { settleParams } from '#lib/http/mail/resend-schema';
import { prescriptionParams } from '#lib/http/prescriptions/prescription-schema';
import { recallParams } from '#lib/http/recalls/recall-schema';
import { dispenseParams } from '#lib/http/register/register-schema';
import { rowParams } from '#lib/http/stock/stock-schema';
import { parseParams } from './parse.ts';

const named = { patientParams, productParams, prescriptionParams, recallParams, dispenseParams, rowParams };

test.each(Object.entries(named))(
  '%s take an id as it was handed on: a percent sign in it is its own',
  (_name, params) => {
    for (const id of ['osigu:100%', 'osigu:a%2Fb', 'osigu:%E9-and', 'osigu:plain'])
      expect(parseParams(params, { id })).toEqual({ id });
  },
);

test('so do those of two parts', () => {
  expect(parseParams(settleParams, { id: 'osigu:100%', outboxId: 'out_1' })).toMatchObject({ id: 'osigu:100%' });
  expect(parseParams(incidentParams, { key: 'domain~100%~0' })).toEqual({ key: 'domain~100%~0' });
  expect(parseParams(followUpParams, { id: 'on_hold|osigu:100%' })).toEqual({
    id: { kind: 'on_hold', prescriptionId: 'osigu:100%' },
  });
});
