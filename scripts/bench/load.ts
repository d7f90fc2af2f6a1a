import autocannon from 'autocannon';

export type Request = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
};

export const connections = 48;

/** Requests a second that were answered as `expected`, over keep-alive connections; each request is sent once. Shares the machine with what it measures. */
export async function load(url: string, requests: readonly Request[], expected: number): Promise<number> {
  const { result, seconds } = await fire(url, requests);
  const wrong = Object.entries(result.statusCodeStats ?? {}).filter(([status]) => Number(status) !== expected);
  if (result.errors + result.timeouts > 0 || wrong.length > 0)
    throw new Error(
      `${url} did not answer ${expected} throughout: ${JSON.stringify({ wrong, errors: result.errors })}`,
    );
  return requests.length / seconds;
}

function fire(url: string, requests: readonly Request[]): Promise<{ result: autocannon.Result; seconds: number }> {
  const waiting = requests.values();
  const setupRequest = (request: autocannon.Request) => {
    const { value } = waiting.next();
    return value === undefined ? request : { ...request, ...value, headers: { ...value.headers } };
  };
  const options = {
    url,
    connections: Math.min(connections, requests.length),
    amount: requests.length,
    timeout: 30,
    requests: [{ setupRequest }],
  };
  return new Promise((resolve, reject) => {
    const began = performance.now();
    // The program itself ends on a whole second only: the time is that of the last answer.
    let answered = began;
    const running = autocannon(options, (error, result) => {
      if (error) reject(error);
      else resolve({ result, seconds: (answered - began) / 1000 });
    });
    running.on('response', () => {
      answered = performance.now();
    });
  });
}
