'use client';

import { Lock } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge } from '#components/ui/badge';
import { MedicineName } from '#components/ui/medicine-name';
import { NotSupplied } from '#components/ui/not-supplied';
import type { Medication } from '#lib/contract/prescriptions/prescription';

/** The medicines of a prescription as they are named: the controlled ones first, because nobody may miss them. */
function controlledFirst<T extends Pick<Medication, 'controlled'>>(medications: readonly T[]): readonly T[] {
  return medications.toSorted((a, b) => Number(b.controlled) - Number(a.controlled));
}

const keyOf = ({ code, display, sig }: Medication, index: number): string => `${code} ${display} ${sig} ${index}`;

/** Every medicine of a prescription with its dosage: none represents the others. */
export function Medicines({ medications }: { readonly medications: readonly Medication[] }) {
  if (medications.length === 0) return <NotSupplied />;
  return (
    <span className="flex min-w-0 flex-col gap-1 leading-tight">
      {controlledFirst(medications).map((one, index) => (
        <span key={keyOf(one, index)} className="block">
          <MedicineName name={one.display} code={one.code} />
          {one.controlled ? <ControlledBadge /> : null}
          {one.sig === null ? null : <span className="wrap-anywhere block text-ink-3 text-xs">{one.sig}</span>}
        </span>
      ))}
    </span>
  );
}

/** All of them as one line of words: in a title, or beside a name. */
export function MedicinesInline({ medications }: { readonly medications: readonly Medication[] }) {
  return controlledFirst(medications).map((one, index) => (
    <span key={keyOf(one, index)}>
      {index === 0 ? '' : ' + '}
      <MedicineName name={one.display} code={one.code} />
      {one.controlled ? <ControlledBadge /> : null}
    </span>
  ));
}

function ControlledBadge() {
  const t = useTranslations('prescription');
  return (
    <>
      {' '}
      <span className="inline-block align-middle tracking-normal">
        <Badge tone="controlled" icon={Lock}>
          {t('controlled')}
        </Badge>
      </span>
    </>
  );
}
