'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CircleAlert, Mail, UserRoundCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button';
import { ChoiceField } from '#components/ui/field/choice-field';
import { Note } from '#components/ui/note';
import type { RecallDetail } from '#lib/contract/recalls/recall';
import { postRecallAssignment, sendLetters } from '#lib/contract/recalls/recall-queries';

/** So many go into one action; more are done in parts. */
const together = 500;

type Props = { readonly recall: RecallDetail; readonly chosen: ReadonlySet<string>; readonly onDone: () => void };

/** Actions on the chosen people: assigning their calls to a colleague, or sending letters. */
export function ChosenPeople({ recall, chosen, onDone }: Props) {
  const t = useTranslations('recalls');
  const queries = useQueryClient();
  const { id, staff } = recall;
  const [userId, setUserId] = useState(staff[0]?.id ?? '');
  const act = useMutation({
    mutationFn: async (what: 'assign' | 'letter') => {
      const people = [...chosen];
      for (let from = 0; from < people.length; from += together) {
        const some = people.slice(from, from + together);
        await (what === 'assign' ? postRecallAssignment(id, userId, some) : sendLetters(id, some));
      }
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['recall', id] });
      onDone();
    },
  });
  return (
    <div className="no-print flex flex-wrap items-end gap-3 rounded-lg border border-line bg-card p-3">
      <p className="min-h-9 content-center" role="status">
        {t('chosen.count', { count: chosen.size })}
      </p>
      <ChoiceField
        label={t('chosen.who')}
        value={userId}
        choices={staff.map(({ id: one, name }) => ({ id: one, label: name }))}
        onChange={setUserId}
      />
      <Button isDisabled={act.isPending || userId === ''} onPress={() => act.mutate('assign')}>
        <UserRoundCheck aria-hidden /> {t('chosen.assign')}
      </Button>
      <Button isDisabled={act.isPending} onPress={() => act.mutate('letter')}>
        <Mail aria-hidden /> {t('case.letters')}
      </Button>
      {act.isError ? (
        <Note tone="bad" icon={CircleAlert} role="alert">
          {t('assign.failed')}
        </Note>
      ) : null}
    </div>
  );
}
