'use client';

import { CalendarDate } from '#components/ui/moment';
import type { Fact } from '#lib/domain/ledger/timeline';
import { useDated } from '#lib/i18n/use-dated';

type Props = { readonly facts: readonly Fact[]; readonly flowing?: boolean };

/** The details of an entry, each under its label, in one paragraph or one to a line; ids, codes and servers' own words in the fixed-width face. */
export function EntryFacts({ facts, flowing = false }: Props) {
  if (facts.length === 0) return null;
  return (
    <dl className="text-ink-2 text-xs leading-5">
      {facts.map((fact, index) => (
        <div key={`${fact.label} ${fact.value}`} className={`break-words ${flowing ? 'inline' : ''}`}>
          <dt className="inline text-ink-3">{fact.label} </dt>
          <dd className="inline">
            <Value fact={fact} />
            {flowing && index < facts.length - 1 ? <span className="text-ink-3"> · </span> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Value({ fact }: { readonly fact: Fact }) {
  const dated = useDated();
  switch (fact.kind) {
    case 'date':
      return <CalendarDate date={fact.value} />;
    case 'instant':
      return <time dateTime={fact.value}>{dated.moment(new Date(fact.value))}</time>;
    case 'mono':
      return <code className="wrap-anywhere">{fact.value}</code>;
    case 'email':
      return <span className="wrap-anywhere">{fact.value}</span>;
    case 'text':
      return fact.value;
  }
}
