import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

type Action<Result, Entered> = {
  /** `key`: the same for each try, so that the action happens once. */
  readonly act: (entered: Entered, key: string) => Promise<Result>;
  /** The queries that read differently afterwards. */
  readonly stale: readonly QueryKey[];
  /** A try after a refusal is another request, under another key. */
  readonly newKeyAfterRefusal?: boolean;
  readonly onDone: (result: Result) => void;
};

/** One action of a person: sent, then everything that reads differently is asked for again. */
export function useAction<Result, Entered = void>({ act, stale, newKeyAfterRefusal, onDone }: Action<Result, Entered>) {
  const queries = useQueryClient();
  const [key, setKey] = useState(() => crypto.randomUUID());
  return useMutation({
    mutationFn: (entered: Entered) => act(entered, key),
    onSuccess: async (result) => {
      await Promise.all(stale.map((queryKey) => queries.invalidateQueries({ queryKey })));
      onDone(result);
    },
    onError: () => (newKeyAfterRefusal ? setKey(crypto.randomUUID()) : undefined),
  });
}
