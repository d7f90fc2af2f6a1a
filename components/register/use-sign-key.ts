import { useEffect } from 'react';
import { isTaken } from '../ui/typing.ts';

/** Shift + C asks to countersign the entry that the keyboard stands on. */
export function useSignKey<T>(rows: readonly T[], idOf: (row: T) => string, onSign: (row: T) => void): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.key !== 'C' || !event.shiftKey || isTaken(event)) return;
      const id = document.activeElement?.closest('tbody [role="row"]')?.getAttribute('data-key');
      const row = rows.find((one) => idOf(one) === id);
      if (row === undefined) return;
      event.preventDefault();
      onSign(row);
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [rows, idOf, onSign]);
}
