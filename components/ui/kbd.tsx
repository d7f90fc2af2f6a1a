export function Kbd({ children }: { readonly children: string }) {
  return (
    <kbd className="rounded border border-line-strong border-b-2 bg-card px-1.25 font-medium text-2xs text-ink-3">
      {children}
    </kbd>
  );
}
