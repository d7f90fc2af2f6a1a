/** The end of a stream: the reader left, fell behind, or was sent away. */
export type Stream = { readonly send: (event: string, data: object) => void; readonly close: () => void };

const mostWaitingBytes = 64_000;

/**
 * A response of server-sent events. `start` is given the stream and returns the clean-up for its end, for whatever reason. A reader that
 * does not take what it is sent is dropped; the browser comes back and refetches.
 */
export function eventStream(signal: AbortSignal, start: (stream: Stream) => () => void): Response {
  const encoder = new TextEncoder();
  let ended = false;
  let stop = () => {};
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const close = () => {
          if (ended) return;
          ended = true;
          signal.removeEventListener('abort', close);
          stop();
          try {
            controller.close();
          } catch {
            // The reader had gone first: there is nothing left to close.
          }
        };
        const send = (event: string, data: object) => {
          if (ended) return;
          if ((controller.desiredSize ?? 0) < 0) return close();
          controller.enqueue(encoder.encode(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`));
        };
        signal.addEventListener('abort', close);
        stop = start({ send, close });
        if (ended) stop();
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: mostWaitingBytes }),
  );
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    },
  });
}
