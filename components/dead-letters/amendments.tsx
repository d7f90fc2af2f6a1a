'use client';

import { useMutation } from '@tanstack/react-query';
import { CircleCheck, PencilLine } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { AmendEditor } from '#components/dead-letters/amend-editor';
import { AmendRefusal } from '#components/dead-letters/amend-refusal';
import { AmendmentItem } from '#components/dead-letters/amendment-item';
import { Button } from '#components/ui/button';
import { ReasonDialog } from '#components/ui/dialog/reason-dialog';
import { Note } from '#components/ui/note';
import type { DeadLetterDetail } from '#lib/contract/dead-letters/dead-letter';
import { postAmendmentDraft } from '#lib/contract/dead-letters/dead-letter-queries';

/** The proposed replacements of the sent content, and a new proposal where none waits. */
export function Amendments({ letter }: { readonly letter: DeadLetterDetail }) {
  const t = useTranslations('deadLetters.amend');
  const [asking, setAsking] = useState(false);
  const [proposed, setProposed] = useState(false);
  const drafting = useMutation({
    mutationFn: (reason: string) => postAmendmentDraft(letter.seq, reason),
    onSuccess: () => {
      setAsking(false);
      setProposed(false);
    },
  });
  const { amendments, amendable, state } = letter;
  const waits = amendments.some((one) => one.state === 'proposed');
  const mayBegin = amendable !== 'no' && !waits && !drafting.data;
  return (
    <section aria-labelledby="amendments" className="flex flex-col gap-3 border-line border-t pt-4">
      <h2 id="amendments" className="font-semibold">
        {t('title')}
      </h2>
      {proposed ? (
        <Note tone="good" icon={CircleCheck} role="status">
          {t('proposed')}
        </Note>
      ) : null}
      {letter.amendment === 'approved' && state === 'open' ? (
        <Note tone="info" icon={CircleCheck}>
          {t('ready')}
        </Note>
      ) : null}
      {drafting.data ? (
        <AmendEditor
          seq={letter.seq}
          draft={drafting.data}
          onDone={() => {
            drafting.reset();
            setProposed(true);
          }}
          onCancel={drafting.reset}
        />
      ) : null}
      {amendments.length === 0 && !drafting.data ? <p className="text-ink-2 text-sm">{t('none')}</p> : null}
      {mayBegin ? (
        <Button className="self-start" onPress={() => setAsking(true)}>
          <PencilLine aria-hidden /> {t(amendments.length === 0 ? 'begin' : 'beginAgain')}
        </Button>
      ) : null}
      {amendable === 'no' && !waits ? (
        <p className="text-ink-3 text-sm">{t(state === 'open' ? 'whyNot' : 'whyNotOpen')}</p>
      ) : null}
      {asking ? null : <AmendRefusal error={drafting.error} />}
      {amendments.length === 0 ? null : (
        <ul className="flex flex-col gap-3">
          {amendments.map((amendment) => (
            <AmendmentItem key={amendment.id} seq={letter.seq} amendment={amendment} />
          ))}
        </ul>
      )}
      {asking ? (
        <ReasonDialog
          title={t('beginTitle')}
          error={drafting.error}
          busy={drafting.isPending}
          onReason={drafting.mutate}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </section>
  );
}
