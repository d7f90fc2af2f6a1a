import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { postAmendmentCheck } from '#lib/contract/dead-letters/dead-letter-queries';

const pauseMs = 300;

/** The reading of a text, requested when the typing rests; null requests nothing. */
export function useCheck(seq: number, text: string | null) {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  const { data, isFetching, isError } = useQuery({
    queryKey: ['amendment-check', seq, rested],
    queryFn: () => postAmendmentCheck(seq, rested ?? ''),
    enabled: rested !== null,
    placeholderData: keepPreviousData,
    // A payload stays in no cache for longer than it is on the screen.
    gcTime: 0,
    retry: false,
  });
  return { data, isFetching: isFetching || rested !== text, isError };
}
