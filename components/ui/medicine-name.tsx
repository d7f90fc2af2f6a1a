import { NotSupplied } from '#components/ui/not-supplied';

type Props = { readonly name: string | null; readonly code: string | null };

/**
 * A medicine as it was named, else its code: always the whole of it, on as many lines as it takes. A name or strength cut short is another
 * medicine's (ISMP, Guidelines for Safe Electronic Communication of Medication Information). Every screen names medicines by this alone.
 */
export function MedicineName({ name, code }: Props) {
  if (name === null && code === null) return <NotSupplied />;
  return (
    <span data-medicine className="wrap-anywhere">
      {name ?? <code>{code}</code>}
    </span>
  );
}
