import { useCallback, useEffect, useRef, useState } from 'react';
import { renewSession } from '#lib/contract/base/session-requests';
import { type Idleness, idlenessAt, renewalDue } from './idleness.ts';

export type LockReason = 'idle' | 'ended' | 'asked';
export type Lock = {
  readonly reason: LockReason | null;
  /** Seconds until the lock, in the last two minutes. */
  readonly secondsLeft: number | null;
  readonly stay: () => void;
  readonly lock: (reason: LockReason) => void;
  readonly unlock: () => void;
};

const active: Idleness = { kind: 'active' };
const signs = ['pointerdown', 'pointermove', 'keydown', 'input', 'wheel', 'touchstart'] as const;

/** Watches for a hand on the page, in every tab at once, and renews the session only while there is one. */
export function useIdleLock(): Lock {
  const [reason, setReason] = useState<LockReason | null>(null);
  const [idleness, setIdleness] = useState(active);
  const lastActivity = useRef(0);
  const lastRenewal = useRef(0);
  const tell = useRef<(word: string) => void>(() => undefined);

  const stay = useCallback(() => {
    lastActivity.current = Date.now();
    setIdleness(active);
  }, []);

  useEffect(() => {
    lastActivity.current = Date.now();
    lastRenewal.current = Date.now();
    const tabs = new BroadcastChannel('scriptline-session');
    tell.current = (word) => tabs.postMessage(word);
    tabs.onmessage = (event) => {
      stay();
      if (event.data === 'unlocked') setReason(null);
      if (event.data === 'locked') setReason('asked');
    };
    return () => tabs.close();
  }, [stay]);

  useEffect(() => {
    if (reason !== null) return;
    function touch(): void {
      const quiet = Date.now() - lastActivity.current;
      stay();
      if (quiet > 10_000) tell.current('active');
    }
    const tick = setInterval(() => {
      const now = Date.now();
      const next = idlenessAt(now, lastActivity.current);
      if (next.kind === 'idle') setReason('idle');
      setIdleness((known) => (next.kind === 'active' && known.kind === 'active' ? known : next));
      if (!renewalDue(now, lastActivity.current, lastRenewal.current)) return;
      lastRenewal.current = now;
      void renewSession().then((alive) => (alive ? undefined : setReason('ended')));
    }, 1000);
    for (const sign of signs) document.addEventListener(sign, touch, { capture: true, passive: true });
    return () => {
      clearInterval(tick);
      for (const sign of signs) document.removeEventListener(sign, touch, { capture: true });
    };
  }, [reason, stay]);

  const lock = useCallback((why: LockReason) => {
    setReason((known) => known ?? why);
    if (why === 'asked') tell.current('locked');
  }, []);

  const unlock = useCallback(() => {
    lastRenewal.current = Date.now();
    stay();
    setReason(null);
    tell.current('unlocked');
  }, [stay]);

  return { reason, secondsLeft: idleness.kind === 'warned' ? idleness.secondsLeft : null, stay, lock, unlock };
}
