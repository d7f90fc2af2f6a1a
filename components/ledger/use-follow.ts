import { useEffect, useRef, useState } from 'react';
import { takesKeys } from '../ui/field/keyboard-target.ts';

/**
 * Live tail: rows arrive by themselves while it is on, the page is at its top, nothing is open and no row has the focus. Otherwise they
 * wait. Shift + F turns it on and off.
 */
export function useFollow(isOpen: boolean) {
  const [wanted, setWanted] = useState(true);
  const [atTop, setAtTop] = useState(true);
  const [inList, setInList] = useState(false);
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const onScroll = (): void => setAtTop(window.scrollY < 120);
    const onFocus = (): void => setInList(list.current?.contains(document.activeElement) ?? false);
    function onKeyDown(event: KeyboardEvent): void {
      if (event.key === 'F' && event.shiftKey && !takesKeys(event)) setWanted((on) => !on);
    }
    window.addEventListener('scroll', onScroll, { passive: true });
    document.addEventListener('focusin', onFocus);
    document.addEventListener('focusout', onFocus);
    document.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('scroll', onScroll);
      document.removeEventListener('focusin', onFocus);
      document.removeEventListener('focusout', onFocus);
      document.removeEventListener('keydown', onKeyDown);
    };
  }, []);

  return { list, wanted, setWanted, following: wanted && atTop && !inList && !isOpen };
}
