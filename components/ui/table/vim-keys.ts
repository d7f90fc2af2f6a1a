import { useEffect, useRef } from 'react';
import { takesKeys } from '../field/keyboard-target.ts';

const arrows: Readonly<Record<string, string>> = { j: 'ArrowDown', k: 'ArrowUp' };

const rowsOf = (list: Element): readonly HTMLElement[] => [
  ...list.querySelectorAll<HTMLElement>('[data-row], tbody [role="row"]'),
];

/** From the last row of a list down into the next list's first, and from the first up into the one before. */
function across(list: Element, row: Element | null, down: boolean): HTMLElement | undefined {
  const rows = rowsOf(list);
  if (row === null || rows.at(down ? -1 : 0) !== row) return undefined;
  const lists = [...document.querySelectorAll('[data-list]')];
  const next = lists[lists.indexOf(list) + (down ? 1 : -1)];
  return next && rowsOf(next).at(down ? 0 : -1);
}

/** j and k do in the list what the arrows do, and go on into the next list of the page; from anywhere else they enter the first. */
export function useVimKeys() {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      // A table has its own arrows; a row that is no table's goes by these.
      const own = list.current;
      const alone = own?.querySelector('[data-row]') === document.activeElement && /^Arrow(Up|Down)$/.test(event.key);
      const arrow = arrows[event.key] ?? (alone ? event.key : undefined);
      if (arrow === undefined || takesKeys(event) || !own) return;
      const inside = document.activeElement;
      const mine = inside?.closest('[data-list]') ?? document.querySelector('[data-list]');
      if (mine !== own) return;
      event.preventDefault();
      event.stopPropagation();
      if (!inside || !own.contains(inside)) {
        rowsOf(own)[0]?.focus();
        return;
      }
      const next = across(own, inside.closest('[data-row], [role="row"]'), arrow === 'ArrowDown');
      if (next) next.focus();
      else if (!alone)
        inside.dispatchEvent(new KeyboardEvent('keydown', { key: arrow, bubbles: true, cancelable: true }));
    }
    document.addEventListener('keydown', onKeyDown, true);
    return () => document.removeEventListener('keydown', onKeyDown, true);
  }, []);
  return list;
}
