import { useMutation, useQueryClient } from '@tanstack/react-query';
import { keys } from '#lib/contract/base/keys';
import { Refused } from '#lib/contract/base/request-json';

const lists = { source: keys.sources, subscription: ['downstream'] } as const;

/**
 * A change of a source or a subscription, after which its list is looked at again, also when it was refused: somebody else may have changed it.
 */
export function useConnectionAct<A, T>(
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

/** Why something was refused, as a key of the words of this screen. */
export function refusalKey(error: Error): (typeof known)[number] | 'invalid' | 'other' {
  if (!(error instanceof Refused)) return 'other';
  return known.find((code) => code === error.code) ?? (error.status === 422 ? 'invalid' : 'other');
}
