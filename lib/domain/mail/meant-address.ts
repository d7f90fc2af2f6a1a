import { consumerDomains } from './consumer-domains.ts';

const known: ReadonlySet<string> = new Set(consumerDomains);

/** Keys beside each other on a QWERTY keyboard: a finger's breadth. */
const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
/** Common slips of fingers for `com` and `net`. */
const slips: Readonly<Record<string, readonly string[]>> = {
  com: [
    ...['con', 'cpm', 'vom', 'xom', 'dom', 'cim', 'ckm', 'cmo', 'ocm', 'comm', 'coom', 'ccom', 'coma', 'come', 'comn'],
    ...['conm', 'cm', 'co', 'om', 'c0m', 'c', 'cok', 'coj', 'ocn', 'cxom', 'cvom', 'commm', 'comk', 'clm', 'cojm'],
  ],
  net: ['ner', 'met', 'nte', 'ent', 'nett', 'nnet', 'neet', 'bet', 'ney', 'ne', 'nt'],
};

/** The least length of a provider's name in which one wrong key is surely a slip: shorter ones have real neighbours (live, line, love). */
const longEnough = 5;
/** Words of every day: a domain one letter away is as likely somebody's own (emails, claros, terras). */
const ordinaryWords: ReadonlySet<string> = new Set([
  ...['email', 'inbox', 'orange', 'globo', 'terra', 'planet', 'charter', 'passport', 'claro', 'libero', 'alice'],
  ...['rogers', 'speedy', 'ciudad', 'telefonica', 'movistar', 'guate', 'earthlink', 'navegante', 'virgilio'],
]);
/** From this length on two slips are distinguished from another name. */
const longName = 7;

/**
 * The address at a well-known consumer domain that one at no such domain was most likely meant to be; null where no slip of a finger explains
 * it. Suggests whole domains of a closed list only, and never another suffix for a domain that could be real: a prescription must not go to
 * a stranger because we guessed.
 */
export function meantAddress(address: string): string | null {
  const at = address.lastIndexOf('@');
  if (at < 1) return null;
  const typed = address
    .slice(at + 1)
    .trim()
    .toLowerCase();
  const domain = meantDomain(typed);
  return domain === null || domain === typed ? null : `${address.slice(0, at)}@${domain}`;
}

function meantDomain(typed: string): string | null {
  const domain = typed
    .replace(/[,;]/g, '.')
    .replace(/\.{2,}/g, '.')
    .replace(/^\.|\.$/g, '');
  if (known.has(domain)) return domain;
  let best: { readonly domain: string; readonly cost: number } | null = null;
  for (const candidate of consumerDomains) {
    const cost = costOf(domain, candidate);
    if (cost !== null && (best === null || cost < best.cost)) best = { domain: candidate, cost };
  }
  return best?.domain ?? null;
}

/** The distance of a typed domain from a known one; null when it is no slip of it. */
function costOf(typed: string, candidate: string): number | null {
  const [itsName, itsSuffix] = halves(candidate);
  // No mail goes to a domain of one label: its suffix was left out, or its dot.
  if (!typed.includes('.')) return typed === itsName || typed === candidate.replaceAll('.', '') ? 1 : null;
  const [name, suffix] = halves(typed);
  const ofName = nameCost(name, itsName);
  const ofSuffix = suffixCost(suffix, itsSuffix);
  return ofName === null || ofSuffix === null ? null : ofName + ofSuffix;
}

function halves(domain: string): readonly [string, string] {
  const dot = domain.indexOf('.');
  return [domain.slice(0, dot), domain.slice(dot + 1)];
}

function suffixCost(typed: string, meant: string): number | null {
  if (typed === meant) return 0;
  const [first = '', ...rest] = meant.split('.');
  const tail = rest.length === 0 ? '' : `.${rest.join('.')}`;
  return (slips[first] ?? []).some((slip) => typed === slip + tail) ? 1 : null;
}

function nameCost(typed: string, meant: string): number | null {
  if (typed === meant) return 0;
  if (meant.length < longEnough || ordinaryWords.has(meant))
    return isSwap(typed, meant) || isDoubled(typed, meant) ? 1 : null;
  const most = meant.length >= longName ? 2 : 1;
  if (Math.abs(typed.length - meant.length) > most) return null;
  // Another first letter is another name more often than a slip: qmail, fmail.
  if (typed[0] !== meant[0] && !isSwap(typed, meant) && typed !== meant.slice(1) && typed.slice(1) !== meant)
    return null;
  const cost = slipsBetween(typed, meant);
  return cost <= most ? cost : null;
}

/** Two neighbouring letters in each other's place. */
function isSwap(typed: string, meant: string): boolean {
  if (typed.length !== meant.length) return false;
  const at = [...meant].findIndex((letter, index) => letter !== typed[index]);
  return (
    at >= 0 && typed[at] === meant[at + 1] && typed[at + 1] === meant[at] && typed.slice(at + 2) === meant.slice(at + 2)
  );
}

/** One letter struck twice. */
function isDoubled(typed: string, meant: string): boolean {
  if (typed.length !== meant.length + 1) return false;
  return [...meant].some((letter, index) => meant.slice(0, index) + letter + meant.slice(index) === typed);
}

/** Letters left out, put in, swapped, or replaced by the key beside; a letter from elsewhere on the keyboard counts as two. Optimal string alignment. */
function slipsBetween(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number) => table[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const replaced = at(i - 1, j - 1) + replacing(a.charAt(i - 1), b.charAt(j - 1));
      let least = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, replaced);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, at(i - 2, j - 2) + 1);
      table[i]?.splice(j, 1, least);
    }
  }
  return at(a.length, b.length);
}

function replacing(one: string, other: string): number {
  if (one === other) return 0;
  return beside(one, other) ? 1 : 2;
}

function beside(one: string, other: string): boolean {
  const [row, column] = keyOf(one);
  const [itsRow, itsColumn] = keyOf(other);
  return row >= 0 && itsRow >= 0 && Math.abs(row - itsRow) <= 1 && Math.abs(column - itsColumn) <= 1;
}

function keyOf(letter: string): readonly [number, number] {
  const row = rows.findIndex((keys) => keys.includes(letter));
  return [row, rows[row]?.indexOf(letter) ?? -1];
}
