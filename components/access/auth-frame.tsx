import type { ReactNode } from 'react';

/** A page before there is a session: one card under the product's name. */
export function AuthFrame({
  mark,
  title,
  about,
  children,
}: {
  readonly mark: ReactNode;
  readonly title: string;
  readonly about?: ReactNode;
  readonly children?: ReactNode;
}) {
  return (
    <main className="mx-auto flex min-h-dvh max-w-95 flex-col justify-center gap-6 p-4">
      <div className="flex items-center gap-2 font-semibold text-lg tracking-tight">{mark} Scriptline</div>
      <div className="flex flex-col gap-4 rounded-lg border border-line bg-card p-6 max-sm:p-4">
        <div>
          <h1 className="font-semibold text-xl tracking-tight">{title}</h1>
          {about ? <p className="break-words text-ink-2 text-sm">{about}</p> : null}
        </div>
        {children}
      </div>
    </main>
  );
}
