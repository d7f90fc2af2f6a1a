import pg from 'pg';

export type Listening = { readonly stop: () => Promise<void> };

type Ears = {
  readonly heard: (payload: string) => void;
  /** Called when the connection stands (again): whatever was said meanwhile was missed. */
  readonly connected: () => void;
  readonly lost: (error: Error) => void;
};

/**
 * One LISTEN connection of its own, outside any pool, that comes back by itself: at once, then with growing pauses up to 2 s.
 * Prisma has no LISTEN; this is the one place that talks to the driver directly.
 */
export function listen(url: string, channel: string, ears: Ears): Listening {
  let stopped = false;
  let pause = 0;
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;

  const again = () => {
    if (stopped || timer) return;
    timer = setTimeout(() => {
      timer = undefined;
      void open();
    }, pause);
    pause = Math.min(2_000, pause + 250);
  };

  const open = async () => {
    const next = new pg.Client({
      connectionString: url,
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
      options: '-c app.tenant=*',
    });
    client = next;
    next.on('notification', (message) => ears.heard(message.payload ?? ''));
    let gone = false;
    const drop = (error: Error) => {
      if (gone || stopped) return;
      gone = true;
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
      await client?.end().catch(() => undefined);
    },
  };
}
