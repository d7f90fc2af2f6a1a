import { useEffect, useState } from 'react';

/** The text once it has rested for a moment, so that a word is asked for once and not letter by letter. */
export function useDebouncedValue(text: string, milliseconds: number): string {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), milliseconds);
    return () => clearTimeout(timer);
  }, [text, milliseconds]);
  return rested;
}
