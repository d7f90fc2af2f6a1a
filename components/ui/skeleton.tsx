/** The shape of rows that are on their way. Said once to a screen reader by the list that waits. */
export function RowSkeleton({ rows = 8, label }: { readonly rows?: number; readonly label: string }) {
  return (
    <div role="status" aria-label={label} className="divide-y divide-line rounded-lg border border-line bg-card">
      {Array.from({ length: rows }, (_, row) => `row-${row}`).map((row, index) => (
        <div key={row} className="flex h-11 items-center gap-6 px-3">
          <Bar width={88} />
          <Bar width={120 + ((index * 37) % 60)} />
          <Bar width={160 + ((index * 53) % 90)} grow />
          <Bar width={72} />
        </div>
      ))}
    </div>
  );
}

function Bar({ width, grow = false }: { readonly width: number; readonly grow?: boolean }) {
  return (
    <span className={`min-w-0 ${grow ? 'flex-1' : ''}`}>
      <span className="breathe block h-2.5 max-w-full rounded-full bg-quiet-soft" style={{ width }} />
    </span>
  );
}
