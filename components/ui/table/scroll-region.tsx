import type { ReactNode } from 'react';

/** Content wider than its place can be reached and scrolled by keyboard. */
export function ScrollRegion({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to take the focus, or a keyboard cannot scroll it (axe: scrollable-region-focusable).
    <section aria-label={label} tabIndex={0} className="overflow-x-auto print:overflow-visible">
      {children}
    </section>
  );
}
