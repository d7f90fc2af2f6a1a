/** The end of an id tells it from its neighbours: so much of it always stays. */
const tail = 6;

/** An id on a line of its own; where it has no room it is cut in its middle, because ids of one sender begin alike. */
export function CutId({ id, className = '' }: { readonly id: string; readonly className?: string }) {
  return (
    <span className={`block min-w-0 ${className}`} title={id}>
      <code className="inline-flex max-w-full align-bottom">
        <span className="sr-only">{id}</span>
        <span aria-hidden className="truncate">
          {id.slice(0, -tail)}
        </span>
        <span aria-hidden>{id.slice(-tail)}</span>
      </code>
    </span>
  );
}
