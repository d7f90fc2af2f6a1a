/**
 * An id on a line of its own, whole: ids of one system begin alike and may end alike. Where it has no room it goes on in the next line;
 * copied, it is one word.
 */
export function WholeId({ id, className = '' }: { readonly id: string; readonly className?: string }) {
  return (
    <span className={`block min-w-0 ${className}`}>
      <code className="wrap-anywhere">{id}</code>
    </span>
  );
}
