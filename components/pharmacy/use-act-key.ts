import { useEffect } from 'react';
import { isTaken } from '../ui/typing.ts';

/** Shift and a letter do something with the row that the keyboard stands on (null: none). */
export function useActKey(letter: string, onAct: (rowId: string | null) => void): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.key !== letter || !event.shiftKey || isTaken(event)) return;
      event.preventDefault();
      onAct(document.activeElement?.closest('tbody [role="row"]')?.getAttribute('data-key') ?? null);
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [letter, onAct]);
}
