import { readDate } from './date.ts';
import type { NamedLots } from './named.ts';
import type { TextSpan } from './notice.ts';
import type { Token } from './tokens.ts';

export interface FoundExpiry extends TextSpan {
  readonly value: string;
  readonly lots: readonly string[];
}

const dayFirstWords = /\b(?:lotes?|vencimiento|caducidad|vto|batch number|first distributed)\b/i;

/** The expiry of each lot: the one after it, or after its list, else the one before it. Dates of other things go with none. */
export function readExpiries(text: string, tokens: readonly Token[], named: readonly NamedLots[]): FoundExpiry[] {
  const lotAt = new Map(named.flatMap(({ at, what }) => ('lot' in what ? [[at, what.lot] as const] : [])));
  const dayFirst = dayFirstWords.test(text) || /(?<!\d)(?:1[3-9]|2\d|3[01])[/.-]\d{1,2}[/.-](?:19|20)?\d\d/.test(text);
  const expiries: { start: number; end: number; value: string; lots: string[] }[] = [];
  let waiting: string[] = [];
  let label: 'expiry' | 'other' | null = null;
  let ahead: { lots: string[] } | null = null;
  for (const [index, token] of tokens.entries()) {
    const lot = lotAt.get(index);
    if (lot !== undefined) {
      if (ahead) ahead.lots.push(lot);
      waiting.push(lot);
    } else if (token.kind === 'expiryLabel') label = 'expiry';
    else if (token.kind === 'label') label = 'other';
    else if (token.kind === 'newline' && !tokens[index - 1]?.text.endsWith(':')) label = null;
    else if (token.kind === 'lotLabel' && label === 'other') label = null;
    else if (token.kind === 'break' || token.kind === 'enumerator') ahead = null;
    else if (token.kind === 'date' && (label === 'expiry' || (label === null && waiting.length > 0))) {
      const alone = tokens[index - 1]?.kind === 'open' || lotAt.has(index - 1);
      const lots = alone && label === null ? waiting.slice(-1) : waiting;
      const printed = text.slice(token.start, token.end);
      const expiry = {
        start: token.start,
        end: token.end,
        value: readDate(printed, dayFirst) ?? printed,
        lots: [...lots],
      };
      if (ahead && lots.length > 0) ahead.lots = ahead.lots.filter((one) => !lots.includes(one));
      ahead = lots.length === 0 ? expiry : null;
      waiting = [];
      expiries.push(expiry);
    } else if (token.kind === 'date') label = null;
  }
  return expiries;
}
