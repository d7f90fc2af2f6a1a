'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { BellOff, Gauge, Undo2 } from 'lucide-react';
import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { MuteDialog } from '#components/flow/mute-dialog';
import { SourceState } from '#components/flow/source-state';
import { Sparkline } from '#components/flow/sparkline';
import { Button } from '#components/ui/button';
import { Drawer } from '#components/ui/dialog/drawer';
import { FieldsDialog } from '#components/ui/dialog/fields-dialog';
import type { FlowSourceRow, FlowView } from '#lib/contract/flow/flow';
import { expectOf } from '#lib/contract/flow/flow-queries';
import { useDated } from '#lib/i18n/use-dated';
import { eventsHref } from './flow-links.ts';

const faults = ['missing', 'malformed', 'stale', 'mismatch', 'rate'] as const;
const hourMs = 3_600_000;

type Props = { readonly source: FlowSourceRow; readonly view: FlowView; readonly onClose: () => void };

/** One source: the measure of its silence, its refusals and their reasons, its day by hour. */
export function SourceDrawer({ source, view, onClose }: Props) {
  const t = useTranslations('flow.drawer');
  const list = useTranslations('list');
  const flow = useTranslations('flow');
  const format = useFormatter();
  const dated = useDated();
  const queries = useQueryClient();
  const [dialog, setDialog] = useState<'expect' | 'mute' | null>(null);
  const ending = useMutation({
    mutationFn: () => expectOf(source.id, null),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['flow'] }),
  });
  const { silence, refused, hours, name, key } = source;
  const close = () => setDialog(null);
  return (
    <Drawer title={name} above={t('above', { key })} closeLabel={list('close')} onClose={onClose}>
      <div className="flex flex-wrap items-center gap-3">
        <SourceState source={source} />
        <Link prefetch={false} href={eventsHref({ source: key })}>
          {t('events')}
        </Link>
      </div>
      <section>
        <h3 className="font-semibold text-sm">{t('habit')}</h3>
        <p className="text-sm">{measure()}</p>
        <p className="mt-1 text-ink-2 text-sm">{habit()}</p>
        <div className="mt-2 flex flex-wrap gap-2">
          <Button onPress={() => setDialog('expect')}>
            <Gauge aria-hidden /> {t('expect')}
          </Button>
          {source.expectation === null ? null : (
            <Button look="quiet" isDisabled={ending.isPending} onPress={() => ending.mutate()}>
              <Undo2 aria-hidden /> {t('expectEnd')}
            </Button>
          )}
          <Button look="quiet" onPress={() => setDialog('mute')}>
            <BellOff aria-hidden /> {t('muteTitle')}
          </Button>
        </div>
      </section>
      <section>
        <h3 className="mb-1 font-semibold text-sm">{t('refused')}</h3>
        {refused.length === 0 ? (
          <p className="text-ink-3 text-sm">{t('refusedNone')}</p>
        ) : (
          <table className="w-full text-left text-sm">
            <thead>
              <tr className="border-line border-b text-ink-3 text-xs">
                <th className="py-1 font-semibold">{t('fault')}</th>
                <th className="py-1 text-right font-semibold">{t('count')}</th>
              </tr>
            </thead>
            <tbody>
              {refused.map(({ fault, count }) => (
                <tr key={fault} className="border-line border-b last:border-b-0">
                  <td className="py-1">{t(`faults.${faults.find((one) => one === fault) ?? 'other'}`)}</td>
                  <td className="py-1 text-right">{format.number(count)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
      <section>
        <h3 className="mb-1 font-semibold text-sm">{t('hours')}</h3>
        <Sparkline hours={hours} />
        <table className="mt-2 w-full text-left text-sm">
          <thead className="sr-only">
            <tr>
              <th>{t('hour')}</th>
              <th>{t('count')}</th>
            </tr>
          </thead>
          <tbody>
            {hours
              .map((count, nth) => ({ count, at: Date.parse(view.from) + nth * hourMs }))
              .toReversed()
              .filter(({ count }) => count > 0)
              .map(({ count, at }) => (
                <tr key={at} className="border-line border-b last:border-b-0">
                  <td className="py-1">{dated.moment(new Date(at))}</td>
                  <td className="py-1 text-right">
                    <Link
                      prefetch={false}
                      href={eventsHref({
                        source: key,
                        from: new Date(at).toISOString(),
                        to: new Date(at + hourMs).toISOString(),
                      })}
                    >
                      {flow('received', { count })}
                    </Link>
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      </section>
      {dialog === 'mute' ? (
        <MuteDialog
          muting={{ kind: 'source-silent', subject: source.id, what: `${name}: ${flow('state.silent')}` }}
          onClose={close}
        />
      ) : null}
      {dialog === 'expect' ? <ExpectDialog source={source} onClose={close} /> : null}
    </Drawer>
  );

  function measure(): string {
    const { expectation } = source;
    if (expectation === null) return t('byHabit');
    const { everyMinutes: minutes, fromHour: from, toHour: to, setBy: by } = expectation;
    return by === null
      ? t('byExpectationNoName', { minutes, from, to })
      : t('byExpectation', { minutes, from, to, by });
  }

  function habit(): string {
    if (silence.usualMinutes === null) return t('learning');
    return silence.usualMinutes === 0 ? t('resting') : t('usualMinutes', { count: silence.usualMinutes });
  }
}

const whole = (text = '') => (/^\d{1,5}$/.test(text.trim()) ? Number(text) : Number.NaN);

function ExpectDialog({ source, onClose }: { readonly source: FlowSourceRow; readonly onClose: () => void }) {
  const t = useTranslations('flow.drawer');
  const queries = useQueryClient();
  const { everyMinutes = 60, fromHour = 0, toHour = 24 } = source.expectation ?? {};
  const read = ({ every, from, to }: Readonly<Record<string, string>>) => ({
    ...{ everyMinutes: whole(every), fromHour: whole(from), toHour: whole(to) },
  });
  return (
    <FieldsDialog
      title={t('expectTitle', { source: source.name })}
      confirm={t('save')}
      about={t('expectAbout')}
      fields={[
        { name: 'every', label: t('every'), start: String(everyMinutes), required: true, inputMode: 'decimal' },
        { name: 'from', label: t('fromHour'), start: String(fromHour), required: true, inputMode: 'decimal' },
        { name: 'to', label: t('toHour'), start: String(toHour), required: true, inputMode: 'decimal' },
      ]}
      mayConfirm={(values) => {
        const entered = read(values);
        return entered.everyMinutes >= 1 && entered.fromHour < entered.toHour && entered.toHour <= 24;
      }}
      act={async (values) => {
        await expectOf(source.id, read(values));
        await queries.invalidateQueries({ queryKey: ['flow'] });
      }}
      onClose={onClose}
    />
  );
}
