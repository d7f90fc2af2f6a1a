import { getFormatter, getTranslations } from 'next-intl/server';
import { MedicineName } from '#components/ui/medicine-name';
import { ScrollRegion } from '#components/ui/table/scroll-region';
import type { RegisterRow } from '#lib/contract/register/register';
import { datedIn } from '#lib/i18n/dated';

type Props = {
  readonly title: string;
  readonly clinic: string;
  readonly from: string;
  readonly to: string;
  /** The tenant's, in which the period is chosen too. */
  readonly zone: string;
  readonly by: string;
  readonly rows: readonly RegisterRow[];
};

/** An id as its source writes it. */
const bare = (id: string): string => id.slice(id.indexOf(':') + 1);

const person = (ref: RegisterRow['by']): string => (ref === null ? '' : (ref.name ?? bare(ref.id)));

/** A period of the register on paper: black on white, in the order of time, with lines to sign on. */
export async function RegisterSheet({ title, clinic, from, to, zone, by, rows }: Props) {
  const [t, format] = await Promise.all([getTranslations('register'), getFormatter()]);
  const now = new Date();
  const dated = datedIn(format, zone, now);
  const period = from && to ? 'period' : from ? 'since' : to ? 'until' : 'allDates';
  const heads = ['when', 'entry', 'in', 'out', 'before', 'after', 'prescription', 'by', 'countersign'] as const;
  const all = [...new Set(rows.map(({ unit }) => unit))];
  const units = all.filter((unit) => unit !== '').join(', ');
  const figure = (text: string | null, unit: string) =>
    text === null ? '' : all.length > 1 ? `${text} ${unit}`.trim() : text;
  const cells = (row: RegisterRow): readonly string[] => [
    dated.moment(new Date(row.at)),
    [t(`kind.${row.kind}`), row.lotNumber ?? '', ...row.gaps.map((gap) => t(`gap.${gap}`)), row.note ?? '']
      .filter((part) => part !== '')
      .join(' · '),
    ...[row.in, row.out, row.before, row.after].map((text) => figure(text, row.unit)),
    [row.prescription?.code ?? bare(row.prescription?.id ?? ''), person(row.patient)]
      .filter((part) => part !== '')
      .join(' · '),
    person(row.by),
    row.countersign === null
      ? ''
      : [t(`sign.${row.countersign.state}`), row.countersign.late ? t('sign.late') : '', person(row.countersign.by)]
          .filter((part) => part !== '')
          .join(', '),
  ];
  return (
    <article
      aria-label={t('paper.title')}
      className="rounded-lg border border-line bg-card p-6 text-ink max-md:p-3 print:border-0 print:p-0"
    >
      <header className="mb-3 flex flex-wrap items-baseline justify-between gap-x-6 border-line border-b pb-2">
        <h2 className="font-semibold text-lg">
          {t('paper.title')}: <MedicineName name={title} code={null} />
          {units === '' ? '' : ` (${units})`}
        </h2>
        <p>
          {clinic} · {t(`paper.${period}`, { from, to })} · {t('paper.zone', { zone })}
        </p>
      </header>
      <ScrollRegion label={t('entries')}>
        <table className="w-full border-collapse text-left text-xs max-sm:block">
          <thead className="max-sm:sr-only">
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col" className="border-line border-b px-1.5 py-1">
                  {t(`column.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="max-sm:block">
            {rows.map((row) => (
              <tr key={row.id} className="break-inside-avoid border-line border-b align-top max-sm:block max-sm:py-2">
                {cells(row).map((cell, index) => (
                  <td
                    key={heads[index]}
                    className={`px-1.5 py-1 ${index >= 2 && index <= 5 ? 'sm:text-right' : 'wrap-anywhere sm:min-w-18'} max-sm:block`}
                  >
                    <span aria-hidden className="mr-2 text-ink-3 sm:hidden">
                      {cell === '' ? null : t(`column.${heads[index] ?? 'when'}`)}
                    </span>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {rows.length === 0 ? <p className="mt-3">{t('noEntries')}</p> : null}
      <footer className="mt-10 grid break-inside-avoid grid-cols-2 gap-8 max-md:grid-cols-1">
        {(['pharmacist', 'witness'] as const).map((who) => (
          <div key={who}>
            <p className="h-8 border-ink border-b" />
            <p className="text-sm">
              {t(`paper.${who}`)}: {t('paper.signature')}, {t('paper.date')}
            </p>
          </div>
        ))}
        <p className="col-span-full text-ink-3 text-xs">{t('paper.printed', { at: dated.full(now), name: by })}</p>
      </footer>
    </article>
  );
}
