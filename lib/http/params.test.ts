import { expect, test } from 'vitest';
import { patientParams, productParams } from './directory-bodies.ts';
import { followUpParams, incidentParams } from './follow-up-bodies.ts';
import { parseParams } from './parse.ts';
import { prescriptionParams } from './prescription-id.ts';
import { recallParams } from './recall-bodies.ts';
import { dispenseParams } from './register-bodies.ts';
import { settleParams } from './resend-bodies.ts';
import { rowParams } from './stock-requests.ts';

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
