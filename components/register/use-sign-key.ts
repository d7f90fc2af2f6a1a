import { useEffect } from 'react';
import { takesKeys } from '../ui/field/keyboard-target.ts';

/** Shift + C asks to countersign the entry that has the keyboard focus. */
export function useSignKey<T>(rows: readonly T[], idOf: (row: T) => string, onSign: (row: T) => void): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.key !== 'C' || !event.shiftKey || takesKeys(event)) return;
      const id = document.activeElement?.closest('tbody [role="row"]')?.getAttribute('data-key');
      const row = rows.find((one) => idOf(one) === id);
      if (row === undefined) return;
      event.preventDefault();
      // The table would take the letter for the beginning of a name, and move away from this row.
      event.stopPropagation();
      onSign(row);
    }
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, [rows, idOf, onSign]);
}
