import { isStorableText } from '#lib/domain/base/json/jsonb-limits';
import type { Subject } from '#lib/domain/ledger/timeline';
import { PayloadRefusal } from '../refusal.ts';
import { scalar, unlike } from '../scalar.ts';

const longest = 280;

function shaped(form: RegExp, expected: string) {
  return scalar((value) => {
    if (typeof value !== 'string') return unlike('text', value);
    const known = form.test(value) && value.length <= longest && isStorableText(value);
    return known ? value : new PayloadRefusal(expected, 'other text');
  });
}

/** A sender's patient, as its row is called: `osigu:pat_1`. */
export const patientRow = shaped(/^(osigu|photon|medication):\S/, 'the id of a patient with its system');

/** A person of the tenant's own directory: `dir:0b1e…`. */
export const recordRow = shaped(/^dir:\S+$/, 'the id of a directory entry');

/** A product of the tenant's own directory: `product:…`. */
export const productRow = shaped(/^product:\S/, 'the id of a product');

/** A sender's code of a medicine: `medication:RxNorm|861007`. */
export const codeRow = shaped(/^(osigu|photon|medication):\S/, 'a code with its system');

export function aboutPatient(id: string): Subject {
  return { kind: 'patient', id };
}

export function aboutProduct(id: string): Subject {
  return { kind: 'product', id };
}
