import { coalesce } from '#lib/contract/base/coalesce';

/** As a tab does: what went stale is asked for again at most twice a second. */
const refetchEveryMs = 250;

export type OpenPage = { close(): void };

/** A list on somebody's screen: follows the live stream and refetches what it says went stale, as the tab's own code does; `shown` hears of each answer. */
export function openPage(
  baseUrl: string,
  cookie: string,
  list: string,
  shown: (ids: ReadonlySet<string>) => void,
): OpenPage {
  const closing = new AbortController();
  const refetch = coalesce(async () => {
    const answer = await fetch(`${baseUrl}${list}`, { headers: { cookie }, signal: closing.signal });
    shown(idsIn(await answer.json()));
  }, refetchEveryMs);
  const follow = async () => {
    const headers = { cookie, accept: 'text/event-stream' };
    const stream = await fetch(`${baseUrl}/api/live`, { headers, signal: closing.signal });
    if (stream.status !== 200 || !stream.body) throw new Error(`the live stream answered ${stream.status}`);
    let text = '';
    for await (const chunk of stream.body.pipeThrough(new TextDecoderStream())) {
      const messages = (text + chunk).split('\n\n');
      text = messages.pop() ?? '';
      if (messages.some((message) => message.includes('event: change') && message.includes('"prescriptions"')))
        refetch(['prescriptions']);
    }
  };
  follow().catch((error: unknown) => {
    if (!closing.signal.aborted) throw error;
  });
  return { close: () => closing.abort() };
}

function idsIn(page: unknown): ReadonlySet<string> {
  const items: unknown = Reflect.get(Object(page), 'items');
  return new Set((Array.isArray(items) ? items : []).map((item: unknown) => String(Reflect.get(Object(item), 'id'))));
}
