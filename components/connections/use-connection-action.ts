import { useMutation, useQueryClient } from '@tanstack/react-query';
import { keys } from '#lib/contract/base/keys';
import { Refused } from '#lib/contract/base/request-json';

const lists = { source: keys.sources, subscription: ['downstream'] } as const;

/** Changes a source or a subscription, and then fetches its list, also after a refusal: another admin may have changed it. */
export function useConnectionAction<A, T>(
  of: keyof typeof lists,
  act: (asked: A) => Promise<T>,
  onDone: (answer: T) => void = () => undefined,
) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: onDone,
    onSettled: () => queries.invalidateQueries({ queryKey: lists[of] }),
  });
}

const known = [
  'changed',
  'key-taken',
  'overlap',
  'no-overlap',
  'cannot-sign',
  'no-secret',
  'paused',
  'not-paused',
  'off',
  'on-its-way',
] as const;

/** The reason of a refusal, as a key of the words of this screen. */
export function refusalKey(error: Error): (typeof known)[number] | 'invalid' | 'other' {
  if (!(error instanceof Refused)) return 'other';
  return known.find((code) => code === error.code) ?? (error.status === 422 ? 'invalid' : 'other');
}
