import { z } from 'zod';
import { type Change, change } from '#lib/domain/ledger/change';
import { id, textScalar } from '../scalars.ts';
import { medicationKey } from './keys.ts';

/** An overridden alert, reported alone or inside `signed`. */
export const overrideShape = {
  patientId: id.optional,
  alertType: textScalar.optional,
  severity: textScalar.optional,
  alertText: textScalar.optional,
  reason: textScalar.optional,
  overriddenBy: id.optional,
};
const override = z.object(overrideShape);
type Override = z.output<typeof override>;

export function overrideChange(row: string, prescriptionId: string | undefined, said: Override, at: string): Change {
  return change('alertOverride', row, at, {
    prescriptionId: medicationKey(prescriptionId),
    patientId: medicationKey(said.patientId),
    alertType: said.alertType,
    severity: said.severity,
    alertText: said.alertText,
    reason: said.reason,
    overriddenBy: medicationKey(said.overriddenBy),
    overriddenAt: at,
  });
}
