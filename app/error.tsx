'use client';

import { ErrorState } from '#components/ui/error-state';

/** An error while the page itself was made; the digest leads to the line in the server's log. */
export default function PageError({
  error,
  reset,
}: {
  readonly error: Error & { readonly digest?: string };
  readonly reset: () => void;
}) {
  return (
    <main className="mx-auto flex min-h-dvh max-w-xl flex-col justify-center p-4">
      <ErrorState error={error} onRetry={reset} {...(error.digest === undefined ? {} : { requestId: error.digest })} />
    </main>
  );
}
