import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { deadLetterCauses, deadLetterStates } from '#lib/domain/dead-letters/dead-letter';
import { skipReasons } from '#lib/domain/replays/replay';
import { changeGroups, changeModels } from '#lib/domain/replays/replay-change';

/** The word of a list that some text is, or nothing. */
const among = <W extends string>(words: readonly W[], text: string): W | undefined =>
  words.find((word) => word === text);

const filterWords = ['cause', 'fingerprint', 'source', 'type', 'state', 'q', 'amendment', 'from', 'to'] as const;

/** The names of codes on the screens of replays; a code without a word is shown as it is. */
export function useReplayWords() {
  const t = useTranslations('replays');
  const causes = useTranslations('deadCause');
  const states = useTranslations('deadLetters.state');
  return useMemo(() => wordsIn(t, causes, states), [t, causes, states]);
}

type Say<N extends 'replays' | 'deadCause' | 'deadLetters.state'> = ReturnType<typeof useTranslations<N>>;

function wordsIn(t: Say<'replays'>, causes: Say<'deadCause'>, states: Say<'deadLetters.state'>) {
  const cause = (code: string): string => {
    const known = among(deadLetterCauses, code);
    return known ? causes(known) : code;
  };
  return {
    cause,
    state: (code: string): string => {
      const known = among(deadLetterStates, code);
      return known ? states(known) : code;
    },
    model: (name: string): string => {
      const known = among(changeModels, name);
      return known ? t(`model.${known}`) : name;
    },
    group: (name: string): string => {
      const known = among(changeGroups, name);
      return known ? t(`group.${known}`) : name;
    },
    filter: (name: string): string => {
      const known = among(filterWords, name);
      return known ? t(`asked.word.${known}`) : name;
    },
    /** The reason why an event was skipped, or the cause of its failure: `code`, or `code: detail`. */
    why: (text: string): string => {
      const [code = ''] = text.split(':');
      const known = among(skipReasons, code);
      return known ? t(`why.${known}`) : cause(code);
    },
  };
}
