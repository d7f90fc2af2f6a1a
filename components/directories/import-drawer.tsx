'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CircleAlert, CircleCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { Button } from '#components/ui/button';
import { Drawer } from '#components/ui/dialog/drawer';
import { Note } from '#components/ui/note';
import { type FileKind, postImport, postImportPreview } from '#lib/contract/directories/directory-queries';
import { columnNames } from '#lib/domain/directories/import-columns';
import { rowOutcomes } from '#lib/domain/directories/import-plan';
import { ImportRows } from './import-rows.tsx';
import { fileRefusal } from './refused-file.ts';

type Props = { readonly kind: FileKind; readonly onClose: () => void };

/** Reads a file, shows its changes row by row, and makes exactly those when asked to. */
export function ImportDrawer({ kind, onClose }: Props) {
  const t = useTranslations('import');
  const list = useTranslations('list');
  const queries = useQueryClient();
  const id = useId();
  const [file, setFile] = useState<File | null>(null);
  const preview = useMutation({ mutationFn: (chosen: File) => postImportPreview(kind, chosen) });
  const apply = useMutation({
    mutationFn: ({ chosen, digest }: { chosen: File; digest: string }) => postImport(kind, chosen, digest),
    onSuccess: () => queries.invalidateQueries(),
  });
  const plan = preview.data;
  const changing = plan ? plan.counts.new + plan.counts.changed : 0;
  const error = apply.error ?? preview.error;

  function choose(chosen: File | undefined): void {
    setFile(chosen ?? null);
    apply.reset();
    preview.reset();
    if (chosen) preview.mutate(chosen);
  }

  return (
    <Drawer title={t(`title.${kind}`)} closeLabel={list('close')} onClose={onClose}>
      <p className="text-ink-2 text-sm">
        {t('columns')} <code className="break-words">{columnNames(kind).join(', ')}</code>
      </p>
      <div className="flex flex-col gap-1">
        <label htmlFor={id} className="font-semibold text-sm">
          {t('file')}
        </label>
        <input
          id={id}
          type="file"
          accept=".csv,text/csv"
          onChange={(event) => choose(event.target.files?.[0])}
          className="min-h-9 w-full rounded-md border border-control bg-card px-2.5 py-1.5 text-ink"
        />
      </div>
      <div role="status" className="flex flex-col gap-4">
        {preview.isPending ? <p className="text-ink-3">{t('reading')}</p> : null}
        {plan && !apply.isSuccess ? (
          <dl className="flex flex-wrap gap-x-6 gap-y-1">
            {rowOutcomes.map((outcome) => (
              <div key={outcome} className="flex gap-1.5">
                <dt className="text-ink-2">{t(`outcome.${outcome}`)}</dt>
                <dd className="font-semibold tabular-nums">{plan.counts[outcome]}</dd>
              </div>
            ))}
          </dl>
        ) : null}
        {apply.data ? (
          <Note tone="info" icon={CircleCheck}>
            {t('done', { count: apply.data.applied })}
            {apply.data.passedOver === 0 ? null : ` ${t('passedOver', { count: apply.data.passedOver })}`}
          </Note>
        ) : null}
      </div>
      {error ? (
        <Note tone="bad" icon={CircleAlert} role="alert">
          {fileRefusal(error, t)}
        </Note>
      ) : null}
      {plan && !apply.isSuccess ? (
        <>
          {plan.veiled ? <p className="text-ink-3 text-sm">{t('veiled')}</p> : null}
          <div className="flex flex-wrap gap-2">
            <Button
              look="primary"
              isDisabled={changing === 0 || apply.isPending || file === null}
              onPress={() => (file ? apply.mutate({ chosen: file, digest: plan.digest }) : undefined)}
            >
              {t(apply.isPending ? 'applying' : 'apply', { count: changing })}
            </Button>
            {apply.error && file ? <Button onPress={() => choose(file)}>{t('again')}</Button> : null}
          </div>
          <ImportRows rows={plan.rows} left={plan.left} />
        </>
      ) : null}
    </Drawer>
  );
}
