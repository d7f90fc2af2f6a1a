import { useQueryStates } from 'nuqs';
import { isFiltering } from '#lib/contract/base/is-filtering';
import { prescriptionFilterOf, prescriptionParsers } from '#lib/contract/prescriptions/prescription-filter';

/** The filter lives in the address bar, so that a view can be sent to a colleague. */
export function usePrescriptionFilter() {
  const [values, set] = useQueryStates(prescriptionParsers);
  const filter = prescriptionFilterOf(values);
  return { values, filter, set, clear: () => void set(null), isFiltered: isFiltering(filter) };
}
