'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { type DiffRow, lineDiff } from './line-diff.ts';

type Props = { readonly sent: string; readonly amended: string };

/** The lines around what changed, and no more: the rest of a long text says nothing. */
const around = 3;

type Placed = DiffRow & { readonly place: number };

function near(rows: readonly DiffRow[]): readonly Placed[] {
  const changed = rows.flatMap(({ left, right }, place) => (left === right ? [] : [place]));
  const shownLines = new Set(
    changed.flatMap((at) => Array.from({ length: 2 * around + 1 }, (_, step) => at - around + step)),
  );
  return rows.flatMap((row, place) => (shownLines.has(place) ? [{ ...row, place }] : []));
}

/** Two texts side by side, line by line; a mark and a word for each changed line, not only its colour. */
export function DiffView({ sent, amended }: Props) {
  const t = useTranslations('deadLetters.amend');
  const rows = useMemo(() => lineDiff(sent, amended), [sent, amended]);
  const shown = rows.length > 40 ? near(rows) : rows.map((row, place) => ({ ...row, place }));
  return (
    <div className="grid grid-cols-2 overflow-hidden rounded-md border border-line max-md:grid-cols-1">
      {(['left', 'right'] as const).map((side) => (
        <section
          key={side}
          aria-label={t(side === 'left' ? 'sent' : 'amended')}
          className="min-w-0 md:not-last:border-line md:not-last:border-r"
        >
          <h3 className="border-line border-b bg-sunken px-3 py-1 text-ink-3 text-xs">
            {t(side === 'left' ? 'sent' : 'amended')}
          </h3>
          <pre className="py-1 font-mono text-xs leading-5">
            {shown.map(({ left, right, place }, index) => {
              const line = side === 'left' ? left : right;
              const before = shown[index - 1];
              const gap = before !== undefined && before.place !== place - 1;
              if (left === right) return <Line key={place} mark={gap ? '⋯' : ' '} line={line ?? ''} look="" />;
              if (line === null) return <Line key={place} mark=" " line="" look="bg-sunken" />;
              return side === 'left' ? (
                <del key={place} className="no-underline">
                  <Line mark="−" line={line} look="bg-bad-soft" />
                </del>
              ) : (
                <ins key={place} className="no-underline">
                  <Line mark="+" line={line} look="bg-good-soft" />
                </ins>
              );
            })}
          </pre>
        </section>
      ))}
    </div>
  );
}

function Line({ mark, line, look }: { readonly mark: string; readonly line: string; readonly look: string }) {
  return (
    <span className={`flex min-h-5 ${look}`}>
      <span aria-hidden className="w-5 shrink-0 text-center text-ink-2">
        {mark}
      </span>
      <span className="min-w-0 flex-1 whitespace-pre-wrap break-all pr-2">{line}</span>
    </span>
  );
}
