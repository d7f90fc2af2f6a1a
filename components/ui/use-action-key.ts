import { useEffect } from 'react';
import { takesKeys } from './field/keyboard-target.ts';

/**
 * Shift and a letter act on the row that has the keyboard focus (null: none). Heard before the table hears it: it would take the letter for
 * the beginning of a name and move to that row, and another dispense would be reviewed than the one in view.
 */
export function useActionKey(letter: string, onAct: (rowId: string | null) => void): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.key !== letter || !event.shiftKey || takesKeys(event)) return;
      event.preventDefault();
      event.stopPropagation();
      onAct(document.activeElement?.closest('tbody [role="row"]')?.getAttribute('data-key') ?? null);
    }
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, [letter, onAct]);
}
