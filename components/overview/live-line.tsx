'use client';

import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import { type LiveStatus, openLive } from '#lib/contract/base/change-stream';
import { coalesce } from '#lib/contract/base/coalesce';

const first: LiveStatus = { phase: 'connecting', heardAt: null };
const Line = createContext<LiveStatus>(first);

/** A hidden tab gives its connection back after this long (browsers allow six to a server), and catches up when it becomes visible. */
const hiddenFor = 60_000;

type Props = {
  /** When the server began to render the page, in milliseconds of its clock: the first line asks what went stale since. */
  readonly renderedAt: number;
  readonly resting: boolean;
  readonly onEnded: () => void;
  readonly children: ReactNode;
};

/** Keeps the tab's event stream and refetches what it says went stale: at most twice a second for each key. None while the screen rests under its lock. */
export function LiveLine({ renderedAt, resting, onEnded, children }: Props) {
  const queries = useQueryClient();
  const [status, setStatus] = useState(first);
  const since = useRef<number | null>(renderedAt);

  useEffect(() => {
    if (resting) return;
    const refetch = coalesce((queryKey) => queries.invalidateQueries({ queryKey }), 250);
    let close: (() => void) | null = null;
    let goodbye: ReturnType<typeof setTimeout> | undefined;

    function open(): void {
      close = openLive('/api/live', since.current, {
        onChange: (change) => change.keys.forEach(refetch),
        onReopened: () => void queries.invalidateQueries(),
        onEnded,
        onStatus: setStatus,
      });
      since.current = null;
    }

    function onVisibility(): void {
      clearTimeout(goodbye);
      if (document.visibilityState === 'hidden') {
        goodbye = setTimeout(() => {
          close?.();
          close = null;
          setStatus((known) => ({ phase: 'reconnecting', heardAt: known.heardAt }));
        }, hiddenFor);
      } else if (close === null) {
        open();
      }
    }

    open();
    document.addEventListener('visibilitychange', onVisibility);
    return () => {
      document.removeEventListener('visibilitychange', onVisibility);
      clearTimeout(goodbye);
      close?.();
    };
  }, [queries, onEnded, resting]);

  return <Line value={status}>{children}</Line>;
}

export function useLiveStatus(): LiveStatus {
  return useContext(Line);
}
