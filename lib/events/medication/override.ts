import { z } from 'zod';
import { type Change, change } from '#lib/domain/ledger/change';
import { id, text } from '../scalars.ts';
import { key } from './keys.ts';

/** An overridden alert, told alone or inside `signed`. */
export const overrideShape = {
  patientId: id.optional,
  alertType: text.optional,
  severity: text.optional,
  alertText: text.optional,
  reason: text.optional,
  overriddenBy: id.optional,
};
const override = z.object(overrideShape);
type Override = z.output<typeof override>;

export function overrideChange(row: string, prescriptionId: string | undefined, said: Override, at: string): Change {
  return change('alertOverride', row, at, {
    prescriptionId: key(prescriptionId),
    patientId: key(said.patientId),
    alertType: said.alertType,
    severity: said.severity,
    alertText: said.alertText,
    reason: said.reason,
    overriddenBy: key(said.overriddenBy),
    overriddenAt: at,
  });
}
