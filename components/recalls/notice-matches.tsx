'use client';

import { useMutation } from '@tanstack/react-query';
import { CircleCheck, CircleHelp, Siren, TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Badge } from '#components/ui/badge';
import { Button } from '#components/ui/button';
import { TextField } from '#components/ui/field/text-field';
import { MedicineName } from '#components/ui/medicine-name';
import { CalendarDate } from '#components/ui/moment';
import { Note } from '#components/ui/note';
import type { NoticeAnswer, NoticeMatchView } from '#lib/contract/recalls/recall';
import { postRecall } from '#lib/contract/recalls/recall-queries';

const keyOf = ({ item, lot }: NoticeMatchView): string => JSON.stringify([item, lot]);

const whys = [
  ...(['named', 'in-range', 'described', 'all-lots', 'all-lots-by-name', 'all-lots-limited'] as const),
  ...(['product-unknown', 'other-ndc', 'several-products', 'spared-and-named'] as const),
];

/** A notice's meaning for our lots. Matches are chosen beforehand; a person chooses among the ambiguous ones. */
export function NoticeMatches({ answer, onOpened }: { readonly answer: NoticeAnswer; readonly onOpened: () => void }) {
  const t = useTranslations('recalls.notice');
  const why = useTranslations('recalls.why');
  const router = useRouter();
  const [reason, setReason] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(answer.matches.flatMap((one) => (one.verdict === 'matched' && !one.recallId ? [keyOf(one)] : []))),
  );
  const lots = answer.matches.filter((one) => chosen.has(keyOf(one)));
  const open = useMutation({
    mutationFn: () =>
      postRecall({ lots: lots.map(({ item, lot }) => ({ stockItemId: item, lotNumber: lot })), reason: reason.trim() }),
    onSuccess: ({ id }) => {
      onOpened();
      router.push(`/recalls/${encodeURIComponent(id)}`);
    },
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (lots.length > 0 && reason.trim().length >= 3) open.mutate();
  }
  const whyWord = (word: string): string => why(whys.find((one) => one === word) ?? 'other');

  function choose(key: string, on: boolean): void {
    const next = new Set(chosen);
    if (on) next.add(key);
    else next.delete(key);
    setChosen(next);
  }

  return (
    <div className="flex flex-col gap-3" role="status">
      <p>
        {isRead(answer)
          ? t('named', { lots: answer.lots.length, ranges: answer.ranges.length, ndcs: answer.ndcs.length })
          : null}{' '}
        {answer.allLots ? t('allLots') : ''}
      </p>
      <NothingOfOurs answer={answer} />
      <ul className="divide-y divide-line">
        {answer.matches.map((one) => (
          <li key={keyOf(one)} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
            <input
              type="checkbox"
              className="size-5"
              aria-label={t('choose', { lot: one.lot })}
              checked={chosen.has(keyOf(one))}
              disabled={one.recallId !== null}
              onChange={(event) => choose(keyOf(one), event.target.checked)}
            />
            <code className="wrap-anywhere font-semibold">{one.lot}</code>
            <MedicineName name={one.product} code={one.item} />
            {one.expiryDate ? <CalendarDate date={one.expiryDate} /> : null}
            <Badge
              tone={one.verdict === 'matched' ? 'bad' : 'warn'}
              icon={one.verdict === 'matched' ? CircleCheck : CircleHelp}
            >
              {t(one.verdict)}
            </Badge>
            <span className="text-ink-3 text-sm">{whyWord(one.why)}</span>
            {one.recallId ? (
              <Link prefetch={false} href={`/recalls/${encodeURIComponent(one.recallId)}`}>
                {t('inCase')}
              </Link>
            ) : null}
          </li>
        ))}
      </ul>
      {answer.notHeld.length > 0 ? (
        <p className="text-ink-2 text-sm">
          {t('notHeld')} <code className="break-words">{answer.notHeld.join(', ')}</code>
        </p>
      ) : null}
      {answer.notAffected.length > 0 ? (
        <Note tone="warn" icon={TriangleAlert}>
          <span className="break-words">{t('notAffected', { lots: answer.notAffected.join(', ') })}</span>
        </Note>
      ) : null}
      {answer.matches.length > 0 ? (
        <form onSubmit={submit} className="flex max-w-xl flex-col gap-2">
          <TextField label={t('reason')} value={reason} onChange={setReason} maxLength={500} required />
          <div>
            <Button
              look="primary"
              type="submit"
              isDisabled={lots.length === 0 || reason.trim().length < 3 || open.isPending}
            >
              <Siren aria-hidden /> {t('open', { count: lots.length })}
            </Button>
          </div>
          {open.isError ? (
            <Note tone="bad" icon={TriangleAlert} role="alert">
              {t('opened')}
            </Note>
          ) : null}
        </form>
      ) : null}
    </div>
  );
}

/** True where anything was read at all: a count of nothing would claim that the notice names none. */
const isRead = ({ lots, ranges, ndcs }: NoticeAnswer): boolean => lots.length + ranges.length + ndcs.length > 0;

/** Nothing of ours matches: this is a fact about our stock only where lots were read. */
function NothingOfOurs({ answer }: { readonly answer: NoticeAnswer }) {
  const t = useTranslations('recalls.notice');
  const { matches, lots, ranges, allLots, notAffected } = answer;
  if (matches.length > 0) return null;
  if (lots.length > 0 || ranges.length > 0 || allLots) return <p className="font-semibold">{t('none')}</p>;
  return (
    <Note tone="warn" icon={TriangleAlert}>
      {t(notAffected.length > 0 ? 'onlySpared' : 'unread')}
    </Note>
  );
}
