'use client';

import { useMutation } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button';
import { fetchFoundPatientsCsv } from '#lib/contract/patients/patient-queries';

function save(file: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = 'patients.csv';
  link.click();
  URL.revokeObjectURL(link.href);
}

/** The people whom a search found, as a file. Not a link: the query is a person's name, and is part of no address. */
export function FoundCsv({ q }: { readonly q: string }) {
  const list = useTranslations('list');
  const failure = useTranslations('failure');
  const file = useMutation({ mutationFn: () => fetchFoundPatientsCsv(q), onSuccess: save });
  return (
    <div className="no-print ml-auto flex flex-wrap items-baseline gap-x-3 gap-y-1">
      {file.isError ? (
        <span role="alert" className="text-bad text-sm">
          {failure('title')}
        </span>
      ) : null}
      <Button onPress={() => file.mutate()} isDisabled={file.isPending}>
        <Download aria-hidden /> {list('csv')}
      </Button>
    </div>
  );
}
