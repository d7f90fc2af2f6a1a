import { useTranslations } from 'next-intl';
import type { OpsAlertKind, OpsFigures } from '#lib/domain/flow/ops-alert';
import { spanOf } from './span.ts';

type Incident = {
  readonly kind: OpsAlertKind;
  readonly figures: OpsFigures;
  readonly source: { readonly name: string } | null;
};

/** An incident in one sentence, without its end mark. */
export function useIncidentWords(): (incident: Incident) => string {
  const t = useTranslations('flow');
  return ({ kind, figures, source }) => {
    const span = spanOf(figures['quietSeconds'] ?? figures['oldestSeconds'] ?? 0);
    const counts =
      figures['deadLately'] ??
      figures['refusedLately'] ??
      figures['queued'] ??
      figures['unsent'] ??
      figures['failing'] ??
      0;
    const usual = figures['usualMinutes'];
    return t(`incident.${kind}`, {
      source: source?.name ?? '',
      span: t(`span.${span.unit}`, { count: span.count }),
      count: counts,
      known: usual === undefined ? 'no' : 'yes',
      usual: usual ?? 0,
      seconds: figures['clockSeconds'] ?? 0,
    });
  };
}
