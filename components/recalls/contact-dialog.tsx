'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useState } from 'react';
import { Button } from '#components/ui/button';
import { ModalDialog } from '#components/ui/dialog/modal-dialog';
import { TextField } from '#components/ui/field/text-field';
import { Kbd } from '#components/ui/kbd';
import { ExactMoment } from '#components/ui/moment';
import { Note } from '#components/ui/note';
import type { RecallPersonRow } from '#lib/contract/recalls/recall';
import { logContact } from '#lib/contract/recalls/recall-queries';
import { type ContactOutcome, contactOutcomes } from '#lib/domain/recalls/outcome';
import { isTextInput } from '../ui/field/keyboard-target.ts';
import { outcomeLooks } from './outcome-badge.ts';
import { LetterDoubt } from './recall-letter-doubt.tsx';

const letters: Readonly<Record<ContactOutcome, string>> = {
  ...{ left_message: 'L', no_answer: 'N', reached: 'R', returned: 'B', given_up: 'G' },
};

type Props = {
  readonly recallId: string;
  readonly person: RecallPersonRow;
  readonly name: string;
  readonly onClose: () => void;
};

/** Enter on a person opens it, Shift and a letter logs: two keystrokes, but never in the note. "Could not be reached" needs its reason first. */
export function ContactDialog({ recallId, person, name, onClose }: Props) {
  const t = useTranslations('recalls');
  const queries = useQueryClient();
  const [note, setNote] = useState('');
  const log = useMutation({
    mutationFn: (outcome: ContactOutcome) => logContact(recallId, person.personId, outcome, note.trim()),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['recall', recallId] });
      onClose();
    },
  });
  const may = (outcome: ContactOutcome) => !log.isPending && (outcome !== 'given_up' || note.trim().length >= 3);

  const press = useEffectEvent((event: KeyboardEvent) => {
    if (!event.shiftKey || event.ctrlKey || event.metaKey || event.altKey || isTextInput(event)) return;
    const outcome = contactOutcomes.find((one) => letters[one] === event.key.toUpperCase());
    if (!outcome || !may(outcome)) return;
    event.preventDefault();
    log.mutate(outcome);
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => press(event);
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);

  return (
    <ModalDialog title={t('contact.title', { name })} onClose={onClose}>
      <div className="flex flex-col gap-4">
        <TextField
          label={t('contact.note')}
          advice={t('contact.noteAdvice')}
          value={note}
          onChange={setNote}
          maxLength={500}
        />
        <div className="flex flex-wrap gap-2">
          {contactOutcomes.map((outcome) => {
            const [, Icon] = outcomeLooks[outcome];
            return (
              <Button key={outcome} isDisabled={!may(outcome)} onPress={() => log.mutate(outcome)}>
                <Icon aria-hidden /> {t(`outcome.${outcome}`)} <Kbd>{`⇧${letters[outcome]}`}</Kbd>
              </Button>
            );
          })}
        </div>
        <p className="text-ink-3 text-xs">{t('contact.keys')}</p>
        {person.letter === 'uncertain' ? (
          <LetterDoubt recallId={recallId} personId={person.personId} onClose={onClose} />
        ) : null}
        {log.isError ? (
          <Note tone="bad" icon={TriangleAlert} role="alert">
            {t('contact.failed')}
          </Note>
        ) : null}
        {person.contacts.length > 0 ? (
          <div>
            <h3 className="font-semibold text-sm">{t('contact.history')}</h3>
            <ul className="text-sm">
              {person.contacts.map(({ at, outcome, note: said, by }) => (
                <li key={`${at} ${outcome}`} className="py-1">
                  <ExactMoment at={at} /> · {outcomeWord(outcome)} {by ? `· ${by}` : ''} {said ? `· ${said}` : ''}
                </li>
              ))}
            </ul>
          </div>
        ) : null}
      </div>
    </ModalDialog>
  );

  function outcomeWord(outcome: RecallPersonRow['contacts'][number]['outcome']): string {
    if (outcome === 'letter_accepted') return t('letter.accepted');
    if (outcome === 'letter_failed') return t('letter.failed');
    if (outcome === 'letter_queued') return t('letter.queued');
    return outcome === 'letter_uncertain' ? t('letter.uncertain') : t(`outcome.${outcome}`);
  }
}
