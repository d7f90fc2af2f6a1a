/** A part of what the server rendered: plain JSON, in which a text may name another part. */
type Part = string | number | boolean | null | readonly Part[] | { readonly [name: string]: Part };

const pushed = /self\.__next_f\.push\((\[1,"(?:[^"\\]|\\.)*"\])\)/gs;

/** The rows of what the server sends with the HTML, by their ids. A row is `id:json` and a line end, or `id:Tlength,text`. */
function rowsOf(html: string): ReadonlyMap<string, Part> {
  const text = [...html.matchAll(pushed)].map(([, push]) => JSON.parse(push ?? '')[1]).join('');
  const bytes = Buffer.from(text);
  const rows = new Map<string, Part>();
  let at = 0;
  while (at < bytes.length) {
    const colon = bytes.indexOf(':', at);
    if (colon < 0) break;
    const id = bytes.toString('utf8', at, colon);
    if (bytes[colon + 1] === 'T'.charCodeAt(0)) {
      const comma = bytes.indexOf(',', colon);
      const end = comma + 1 + Number.parseInt(bytes.toString('utf8', colon + 2, comma), 16);
      rows.set(id, bytes.toString('utf8', comma + 1, end));
      at = end;
    } else {
      const end = bytes.indexOf('\n', colon);
      const row = bytes.toString('utf8', colon + 1, end < 0 ? bytes.length : end);
      if (/^[[{"]/.test(row)) rows.set(id, JSON.parse(row));
      at = end < 0 ? bytes.length : end + 1;
    }
  }
  return rows;
}

const isRecord = (part: Part | undefined): part is { readonly [name: string]: Part } =>
  typeof part === 'object' && part !== null && !Array.isArray(part);

/** A part with what it names put in: `$1a`, `$L1a`, `$@1a`, or a way into one, `$1a:props:state`. */
function whole(part: Part, rows: ReadonlyMap<string, Part>): Part {
  if (typeof part === 'string') {
    const [, id, way = ''] = /^\$[L@]?([0-9a-f]+)((?::[^:]+)*)$/.exec(part) ?? [];
    if (id === undefined) return part.startsWith('$$') ? part.slice(1) : part;
    let named: Part = rows.get(id) ?? null;
    for (const step of way.split(':').slice(1)) {
      const inner: Part = typeof named === 'string' ? whole(named, rows) : named;
      const next: Part | undefined = Array.isArray(inner)
        ? inner[{ type: 1, key: 2, props: 3 }[step] ?? Number(step)]
        : isRecord(inner)
          ? inner[step]
          : undefined;
      named = next ?? null;
    }
    return named === part ? null : whole(named, rows);
  }
  if (Array.isArray(part)) return part.map((one: Part) => whole(one, rows));
  if (isRecord(part)) return Object.fromEntries(Object.entries(part).map(([name, one]) => [name, whole(one, rows)]));
  return part;
}

function statesIn(part: Part, found: Part[]): void {
  if (Array.isArray(part)) for (const one of part) statesIn(one, found);
  if (!isRecord(part)) return;
  if (part['queries'] !== undefined && part['mutations'] !== undefined) found.push(part['queries']);
  else for (const one of Object.values(part)) statesIn(one, found);
}

export type FirstQuery = { readonly key: readonly Part[]; readonly data: Part };

/** The queries that the server made before it sent a page, with the answers that the page's HTML holds. */
export function firstQueries(html: string): readonly FirstQuery[] {
  const rows = rowsOf(html);
  const states: Part[] = [];
  for (const row of rows.values()) statesIn(row, states);
  return states.flatMap((state) => {
    const queries = whole(state, rows);
    return (Array.isArray(queries) ? queries : []).flatMap((query: Part) => {
      if (!isRecord(query)) return [];
      const { queryKey, state: kept } = query;
      return Array.isArray(queryKey) && isRecord(kept) ? [{ key: queryKey, data: kept['data'] ?? null }] : [];
    });
  });
}
