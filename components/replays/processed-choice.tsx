'use client';

import { useTranslations } from 'next-intl';
import { SpanFilter } from '#components/ui/field/span-filter';
import { SuggestField } from '#components/ui/field/suggest-field';
import { useAskedEvents } from './use-asked-events.ts';

/** The processed events to reinterpret: those of one type, of one source or all, received in a span of time or ever. */
export function ProcessedChoice({ types }: { readonly types: readonly string[] }) {
  const t = useTranslations('replays');
  const { asked, set } = useAskedEvents();
  const { type, source, from, to } = asked.filter ?? {};
  return (
    <fieldset className="flex flex-wrap items-center gap-2">
      <legend className="mb-1 font-semibold text-sm">{t('new.which')}</legend>
      <SuggestField
        label={t('asked.word.type')}
        value={type ?? ''}
        suggestions={types}
        onChange={(text) => set({ type: text.trim() || null })}
        className="w-full"
      />
      <SuggestField
        label={t('asked.word.source')}
        value={source ?? ''}
        suggestions={[]}
        onChange={(text) => set({ source: text.trim() || null })}
        className="w-64 max-sm:w-full"
      />
      <SpanFilter label={t('new.received')} {...{ from, to }} onChange={set} />
      <p className="w-full text-ink-3 text-xs">{t('new.rereadAdvice')}</p>
    </fieldset>
  );
}
