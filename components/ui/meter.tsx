/** A share of a whole as a bar. The words beside it say the same, so it is left out for those who listen. */
export function Meter({ share }: { readonly share: number }) {
  const percent = Math.round(Math.min(1, Math.max(0, share)) * 100);
  return (
    <span aria-hidden className="block h-2 w-full max-w-50 overflow-hidden rounded-full bg-quiet-soft">
      <span className="meter-fill block h-full bg-brand" style={{ width: `${percent}%` }} />
    </span>
  );
}
