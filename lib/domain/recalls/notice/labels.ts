import type { Recogniser } from './claim.ts';

const start = '(?<![\\p{L}\\d_-])';
const end = '(?![\\p{L}_]|-[\\p{L}\\d]|-\\d)';
const numberWords =
  "(?:numbers?|number\\(s\\)|nos?\\.|nos?(?=[\\s:#])|n[°º]s?\\.?|nros?\\.?|n[úu]m(?:ero)?s?\\.?|codes?|code\\(s\\)|ids?|id\\(s\\)|#\\(s\\)|#['’]?s?|\\(s\\)|\\(es\\))";
const lot =
  '(?:lots?|lotes?|batch(?:es)?|partidas?|pedigrees?|lott[oi]|chargen?(?:-b(?:ezeichnung|\\.)|nummern?)?|ch\\.-b\\.|[bl]\\/n|b\\.\\s?(?=no)|control(?=\\s?(?:numbers?|nos?\\.?|#))|packaging lots?)';
const before = '(?:(?:n[°º]\\.?|n\\.[°º]|nros?\\.?|n[úu]m(?:ero)?s?\\.?|numbers?)\\s(?:del?\\s|of\\s)?(?:los?\\s)?)?';
const also = `(?:\\s?\\(?[\\/-]?\\s?(?:or|and|&|y|e|o)?\\s?(?:${lot}|serial|serie)\\)?)?`;
const mark = '[^\\S\\n\\t]{0,2}[#:]{0,2}';

const lotLabel = `${start}${before}(?:${lot})(?:\\(s\\)|\\(es\\))?${also}(?:(?:[^\\S\\n\\t]|[/-]){0,2}${numberWords}){0,3}${end}${mark}`;
const glued = `${start}(?:lots?|lote|batch)(?=\\d)`;
const codeLabel = `${start}codes?(?:\\(s\\))?(?:\\s(?:info(?:rmation)?|numbers?|nos?\\.?|dates?))?\\s?[:#]{1,2}`;

const expiry =
  '(?:exp(?:\\.|iry|iration|ires?|iring|irations)?(?:[\\s-](?:dates?|dt|on))?(?:\\(s\\))?|expiraci[óo]n|caduca|caducidad|best(?:\\sif)?(?:\\sused?)?\\s(?:by|before)(?:\\sdates?)?|use[\\s-](?:by|before)(?:\\sdates?)?|sell[\\s-]by|(?:best\\suse\\sby\\s?\\/\\s?)?BUDs?|beyond[\\s-]use(?:[\\s-]dates?)?|(?:do\\snot\\suse|discard)\\s(?:after|beyond)|vto|vtos|vence|venc|vencimientos?|validez|v[áa]lido hasta|cad|f\\.?\\s?v|fv|p[ée]remption|scadenza)';
const expiryLabel = `${start}(?:(?:fechas?|dates?)\\s(?:de\\s|d['’]|of\\s)?)?${expiry}(?![\\p{L}\\d_])(?:\\s?\\(?(?:mm|dd|yyyy|yy|month|year)[/\\s-]?(?:mm|dd|yyyy|yy|year)?[/-]?(?:yyyy|yy)?\\)?)?[.:#]{0,2}`;

const other =
  '(?:products?(?:\\s(?:names?|descriptions?|details|codes?|quantity))?|descriptions?|descripci[óo]n|presentaci[óo]n|productos?|nombre(?:\\sdel\\sproducto)?|drug name|brand name|strengths?|dosage(?:\\sform)?|pack(?:\\ssizes?|aging)?|package(?:\\s(?:size|type))?|sizes?|quantity|quantities|qty|cantidad|concentraci[óo]n|ndcs?|upcs?|gtins?|eans?|dins?|npns?|sku|manufacturer|labell?er|fabricante|laboratorio|titular|company|companies|firm|recalling firm|distribution(?:\\spattern)?|distributed|(?:date\\s)?first distributed|reason|motivo|status|classification|class|country|market|serial numbers?|seriales?)';
const dated =
  '(?:manufactur(?:ed|ing)(?:\\son)?(?:\\sdates?)?|mfg\\.?(?:\\sdates?)?|mfd|fabricado|fabricaci[óo]n|f\\.?\\s?fab|elaboraci[óo]n|fecha de (?:fabricaci[óo]n|elaboraci[óo]n|publicaci[óo]n|emisi[óo]n)|first distributed|date first distributed|distribut(?:ed|ion)(?:\\sdates?)?|ship(?:ped|ping)(?:\\sdates?)?|posted|published|issued?|dated|dispensed|compounded|made|since|last updated|starting date|posting date|report date|date)';
const i = (pattern: string) => new RegExp(pattern, 'giu');

/** A label that a lot list may follow, in the languages of the regulators read here. */
export const lotLabels: readonly Recogniser[] = [
  { kind: 'lotLabel', pattern: i(lotLabel) },
  { kind: 'lotLabel', pattern: i(glued) },
  {
    kind: 'lotLabel',
    pattern: i(codeLabel),
    accept: (_, before) => /(?:^|[\n\t.;:,(|/]|\s{2}|(?:lot|batch|date|packaging|packing)\s)\s*$/i.test(before),
  },
  { kind: 'lotLabel', pattern: /(?<![\p{L}\d_-])CODES?(?=\s{1,24}[\p{L}\d])/gu },
  {
    kind: 'lotLabel',
    pattern: /(?<![\p{L}\d_-])L(?:[.:]\s?|\s)(?=[\p{L}\d-]{3,12}[,;]?\s{0,2}(?:[FV][.:]?\s?\d\d\/|vto|venc|exp|cad))/gu,
  },
];

export const expiryLabels: readonly Recogniser[] = [
  { kind: 'expiryLabel', pattern: /(?<![\p{L}\d_-])EXP\.?(?=\d{4})/giu },
  { kind: 'expiryLabel', pattern: i(expiryLabel) },
  {
    kind: 'expiryLabel',
    pattern:
      /(?<![\p{L}\d_-])V(?=[\s.:]{1,2}(?:\d|ENE|FEB|MAR|ABR|MAY|JUN|JUL|AGO|SEP|OCT|NOV|DIC)|\d\d\/\d\d(?!\d))[.:]?/gu,
  },
];

/** Labels of other things: what follows `Quantity:` is no lot, and a date after `Manufactured` is no expiry. */
export const otherLabels: readonly Recogniser[] = [
  { kind: 'label', pattern: i(`${start}(?:${other}|${dated})(?=\\s?:)`) },
  { kind: 'label', pattern: i(`${start}(?:${dated})(?=\\s(?:on\\s|el\\s|in\\s|en\\s)?\\d)`) },
  { kind: 'label', pattern: i(`(?<=^|[\\n\\t|]|\\s{2})${other}(?=$|[\\n\\t|]|\\s{2})`) },
];
