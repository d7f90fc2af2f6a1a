import type { LiveChange } from './keys.ts';

/** The tab's connection to the server. `heardAt` is the last sign of life in milliseconds, null before the first. */
export type LiveStatus = {
  readonly phase: 'connecting' | 'live' | 'reconnecting' | 'ended';
  readonly heardAt: number | null;
};

export type LiveListeners = {
  readonly onChange: (change: LiveChange) => void;
  /** The line is open again after it was down: whatever is on the screen may be older than the first message. */
  readonly onReopened: () => void;
  /** The server no longer knows the session. */
  readonly onEnded: () => void;
  readonly onStatus: (status: LiveStatus) => void;
};

/** The server beats every ten seconds; after this long without one the connection counts as dead. */
const silence = 25_000;
const longestWait = 15_000;

/**
 * Opens the one event stream of a tab and keeps it open until the returned function is called. `since`: when the server began to render the page, for
 * the first line of a page; null for a line that was down before.
 */
export function openLive(path: string, since: number | null, listeners: LiveListeners): () => void {
  const url = since === null ? path : `${path}?since=${since}`;
  let down = since === null;
  let source: EventSource | null = null;
  let status: LiveStatus = { phase: 'connecting', heardAt: null };
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let closed = false;

  function say(next: LiveStatus): void {
    status = next;
    listeners.onStatus(next);
  }

  function heard(): void {
    clearTimeout(timer);
    timer = setTimeout(lost, silence);
    say({ phase: 'live', heardAt: Date.now() });
  }

  function connect(): void {
    source = new EventSource(url);
    source.addEventListener('open', () => {
      failures = 0;
      heard();
      if (down) listeners.onReopened();
      down = false;
    });
    source.addEventListener('beat', heard);
    source.addEventListener('change', (event) => {
      heard();
      const change: LiveChange = JSON.parse(event.data);
      listeners.onChange(change);
    });
    source.addEventListener('error', lost);
  }

  /** The browser stops for good after an answer that is no stream, and retries at its own pace after a break; ours is one pace for both. */
  function lost(): void {
    source?.close();
    clearTimeout(timer);
    down = true;
    say({ phase: 'reconnecting', heardAt: status.heardAt });
    const wait = Math.min(longestWait, 250 * 2 ** failures++) * (0.75 + Math.random() / 2);
    timer = setTimeout(() => void retry(), wait);
  }

  /** An EventSource does not report why it failed, so the status is requested before the next try. */
  async function retry(): Promise<void> {
    const answer = new AbortController();
    const code = await fetch(url, { signal: answer.signal, headers: { accept: 'text/event-stream' } }).then(
      (response) => response.status,
      () => 0,
    );
    answer.abort();
    if (closed) return;
    if (code === 401) {
      say({ phase: 'ended', heardAt: status.heardAt });
      listeners.onEnded();
    } else if (code === 200) connect();
    else lost();
  }

  connect();
  return () => {
    closed = true;
    clearTimeout(timer);
    source?.close();
  };
}
