/** The line of a script that becomes a path: the product's mark. */
export function Mark({ className = '' }: { readonly className?: string }) {
  return (
    <svg
      aria-hidden
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={`size-5.5 shrink-0 text-brand ${className}`}
    >
      <circle cx="5" cy="6" r="2" />
      <circle cx="19" cy="18" r="2" />
      <path d="M7 6h9.5a3.5 3.5 0 0 1 0 7h-9a3 3 0 0 0-3 3v0a2 2 0 0 0 2 2H17" />
    </svg>
  );
}
