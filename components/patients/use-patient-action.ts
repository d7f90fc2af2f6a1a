import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { PatientChanged } from '#lib/contract/patients/patient';
import { patientHref } from '#lib/contract/patients/patient-queries';

/** A change of one person: the same request however often it is sent, then their page under their id from then on. */
export function usePatientAction<A>(
  id: string,
  act: (asked: A, key: string) => Promise<PatientChanged>,
  onDone: () => void,
) {
  const queries = useQueryClient();
  const router = useRouter();
  const [key, setKey] = useState(() => crypto.randomUUID());
  return useMutation({
    mutationFn: (asked: A) => act(asked, key),
    onSuccess: async (changed) => {
      setKey(crypto.randomUUID());
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['patient'] }),
        queries.invalidateQueries({ queryKey: ['patients'] }),
        queries.invalidateQueries({ queryKey: ['prescription'] }),
        queries.invalidateQueries({ queryKey: ['prescriptions'] }),
      ]);
      onDone();
      if (changed.id !== id) router.replace(patientHref(changed.id));
    },
    // After a refusal the next try is another request.
    onError: () => setKey(crypto.randomUUID()),
  });
}
