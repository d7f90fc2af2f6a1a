import pg from 'pg';
import { connectionFor } from './connection.ts';
import { deadlines } from './deadlines.ts';

export type Listening = { readonly stop: () => Promise<void> };

type ListenHandlers = {
  readonly heard: (payload: string) => void;
  /** Called when the connection is open (again): notifications sent in between were missed. */
  readonly connected: () => void;
  readonly lost: (error: Error) => void;
};

const { silentMs: patienceMs } = deadlines.listening;

/**
 * One LISTEN connection of its own, outside any pool, that reconnects by itself: at once, then with growing pauses up to 2 s. It is probed
 * now and then, and closed when no answer comes for `silentMs`. Prisma has no LISTEN; this is the one place that uses the driver directly.
 */
export function listen(url: string, channel: string, ears: ListenHandlers, silentMs = patienceMs): Listening {
  let stopped = false;
  let standing = false;
  let pause = 0;
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let asking = false;
  // One question at a time: a second one would be a sign of life that the other end did not give.
  const pulse = setInterval(() => {
    if (asking || !standing) return;
    asking = true;
    void client
      ?.query('select 1')
      .catch(() => undefined)
      .finally(() => {
        asking = false;
      });
  }, silentMs / 3).unref();

  const again = () => {
    if (stopped || timer) return;
    timer = setTimeout(() => {
      timer = undefined;
      void open();
    }, pause);
    pause = Math.min(2_000, pause + 250);
  };

  const open = async () => {
    const next = new pg.Client({ ...connectionFor(url, 'listening', silentMs), options: '-c app.tenant=*' });
    client = next;
    next.on('notification', (message) => ears.heard(message.payload ?? ''));
    let gone = false;
    const drop = (error: Error) => {
      if (gone || stopped) return;
      gone = true;
      standing = false;
      ears.lost(error);
      next.end().catch(() => undefined);
      again();
    };
    next.on('error', drop);
    next.on('end', () => drop(new Error('the listening connection ended')));
    try {
      await next.connect();
      await next.query(`listen ${channel}`);
      pause = 0;
      standing = true;
      ears.connected();
    } catch (error) {
      drop(error instanceof Error ? error : new Error('the listening connection failed'));
    }
  };

  void open();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      clearInterval(pulse);
      await client?.end().catch(() => undefined);
    },
  };
}
