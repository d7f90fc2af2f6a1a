'use client';

import {
  CalendarClock,
  CalendarX,
  Flag,
  LockKeyhole,
  type LucideIcon,
  PackageX,
  ShoppingCart,
  Siren,
  TriangleAlert,
  Undo2,
} from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Product, Quantity } from '#components/stock/product';
import { Badge, type BadgeTone } from '#components/ui/badge';
import { ButtonLink } from '#components/ui/button';
import { CalendarDate, Moment } from '#components/ui/moment';
import { WholeId } from '#components/ui/whole-id';
import type { ToDo } from '#lib/contract/overview/pharmacy';

const looks: Readonly<Record<ToDo['kind'], { readonly tone: BadgeTone; readonly icon: LucideIcon }>> = {
  recall: { tone: 'bad', icon: Siren },
  countersign: { tone: 'controlled', icon: LockKeyhole },
  none_usable: { tone: 'bad', icon: PackageX },
  flagged: { tone: 'bad', icon: Flag },
  override: { tone: 'warn', icon: TriangleAlert },
  expired: { tone: 'bad', icon: CalendarX },
  reorder: { tone: 'warn', icon: ShoppingCart },
  return: { tone: 'neutral', icon: Undo2 },
  expiry: { tone: 'warn', icon: CalendarClock },
};

/** The text beneath a task's medicine, by its kind. */
function About({ item }: { readonly item: ToDo }) {
  const t = useTranslations('pharmacy.today.about');
  const { kind, note, quantity, unit } = item;
  const amount = quantity === null ? null : <Quantity quantity={quantity} unit={unit} />;
  if (kind === 'expired' || kind === 'expiry')
    return (
      <>
        {t(kind)} {note === null ? null : <CalendarDate date={note} />}
        {amount === null ? null : (
          <>
            {' '}
            · {amount} {t('atRisk')}
          </>
        )}
      </>
    );
  if (kind === 'reorder' || kind === 'none_usable')
    return (
      <>
        {amount} {t('usable')}
        {note === null ? null : ` · ${t('point', { point: note })}`}
      </>
    );
  return (
    <>
      {t(kind)}
      {amount === null ? null : <> · {amount}</>}
      {note === null ? null : ` · ${note}`}
    </>
  );
}

/** The next tasks, the most urgent first, each with its one link. */
export function DoNext({ items }: { readonly items: readonly ToDo[] }) {
  const t = useTranslations('pharmacy.today');
  return (
    <section aria-labelledby="do-next" className="min-w-0">
      <h2 id="do-next" className="mb-2 font-semibold">
        {t('next')}
      </h2>
      {items.length === 0 ? (
        <p className="rounded-lg border border-line border-dashed bg-card p-6 text-center text-ink-2">{t('nothing')}</p>
      ) : (
        <ul className="divide-y divide-line rounded-lg border border-line bg-card">
          {items.map((item) => (
            <li key={item.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-3 py-2.5">
              <span className="w-32">
                <Badge {...looks[item.kind]}>
                  {item.kind === 'countersign' && item.schedule !== null && item.schedule !== '?'
                    ? `C-${item.schedule}`
                    : t(`kind.${item.kind}`)}
                </Badge>
              </span>
              <span className="min-w-40 flex-1 basis-48 leading-tight">
                <span className="block font-semibold">
                  <Product product={item.product} />
                  {item.lot === null ? null : <WholeId className="text-xs" id={item.lot} />}
                </span>
                <span className="block text-ink-2 text-sm">
                  <About item={item} />
                </span>
              </span>
              <span className="text-ink-3 text-sm">{item.since === null ? null : <Moment at={item.since} />}</span>
              <ButtonLink href={item.href}>{t(`act.${item.kind}`)}</ButtonLink>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
