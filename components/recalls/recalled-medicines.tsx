import { MedicineName } from '#components/ui/medicine-name';
import type { RecalledLotRow } from '#lib/contract/recalls/recall';

/** The medicines whose lots are recalled, each once. */
export function RecalledMedicines({ lots }: { readonly lots: readonly RecalledLotRow[] }) {
  const names = new Set(lots.flatMap(({ product }) => product ?? []));
  return [...names].map((name) => (
    <span key={name} className="block">
      <MedicineName name={name} code={null} />
    </span>
  ));
}
