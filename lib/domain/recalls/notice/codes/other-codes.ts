import { type Claim, listAfter } from '#lib/domain/recalls/notice/claim';

/** Codes that notices carry beside lots. `value`: how one is written; `between`: what parts several that follow one label, null when one does. */
interface OtherCode {
  readonly label: string;
  readonly value: RegExp;
  readonly between: RegExp | null;
}

const digits = /\d[\d -]{4,20}\d(?![\p{L}\d])/uy;
const serial = /(?=[^\s,;()]{0,30}\d)#?[\p{L}\d][^\s,;()]{1,30}/uy;
const code = /(?=[^\s,;()]{0,30}\d)#?[\p{L}\d(][^\s,;]{1,30}/uy;
const prescription = /\d{4,9}(?:-\d{1,2})?(?![\p{L}\d@:-])/uy;
const yearly = /[\p{L}]{0,4}\s?\(\d\d\)\s?[\p{L}]{0,2}\/?\s?\d{1,4}/uy;

const between = /\s{0,2}(?:[,;&]|and|or|y|e|through|thru|to|hasta)\s{0,2}(?:and\s|or\s|y\s)?/giuy;
const betweenPrescriptions = /\s{0,2}(?:[,;&]|and)\s{0,2}|[^\S\n]{1,12}/giuy;

const codes: readonly OtherCode[] = [
  { label: 'UPCs?|GTINs?|EANs?|barcodes?|c[óo]digos? de barras|global trade item', value: digits, between },
  { label: 'SKUs', value: digits, between },
  { label: 'RX', value: prescription, between: betweenPrescriptions },
  { label: 'EL', value: yearly, between: null },
  { label: 'serial|s\\/n|series? n(?:o|[º°])|n[°º]?\\s?de series?|n[úu]meros? de series?', value: serial, between },
  {
    label:
      'DIN(?:-HM)?|NPN|PLs?|PLGB|PA|MA|ANDA|NDA|BLA|PZN|PM|CN|NRM?|RA|EU\\/1|AUST [RL]|ARTG|' +
      'item|catalog(?:ue)?|cat|product(?=[^\\S\\n]?(?:#|no|num|code|id))|service(?=[^\\S\\n]code)|material|reference|referencia|ref|model|modelo|sku|part|list|list number|case|licen[cs]es?|licencias?|lic\\.?|' +
      'recall(?: event)?|event|recall id|identification|identificaci[óo]n(?: interna)?|order|invoice|prescription|certificad[oa]|certificate|' +
      'registros?(?: sanitarios?)?|reg|expedientes?|disposici[óo]n|resoluci[óo]n|alerta(?: sanitaria)?|oficio|marketing authori[sz]ation|' +
      'c[óo]digo nacional|c[óo]digo|po box|p\\.o\\. box|apartado|suite|room|zip|survey|plot|study|form|version|versi[óo]n|usp|legajo|invima|cofepris|anmat|article|art[íi]culo|decreto|ley|cfr|alert|drug alert',
    value: code,
    between: null,
  },
];

const start = '(?<![\\p{L}\\d_])';
const tail =
  '(?:[^\\S\\n\\t]{0,2}(?:#[\\x27’]?s?|nos?\\.|n[°º]\\.?|nros?\\.?|numbers?|n[úu]m(?:ero)?s?\\.?|codes?|ids?|\\(s\\)|s(?=\\s|:))){0,3}(?:[^\\S\\n\\t]{1,2}(?:being|recalled|affected|impacted|involved|listed|include[sd]?|are)){0,3}[^\\S\\n\\t]{0,2}(?:[:#.]{1,2}\\s{0,8})?';
const readers = codes.map(({ label, ...rest }) => ({
  ...rest,
  labelled: new RegExp(`${start}(?:${label})(?![\\p{L}\\d])${tail}`, 'giu'),
}));

/**
 * Codes with a label of their own (UPC, serial, DIN, licence, recall number, certificate …): they are not lots, unless the label is part
 * of a lot label ("Lot or serial number").
 */
export function otherCodeClaims(text: string, lotLabels: readonly Claim[]): Claim[] {
  const claims: Claim[] = [];
  const inLotLabel = new Uint8Array(text.length);
  for (const label of lotLabels) inLotLabel.fill(1, label.start, label.end);
  for (const { labelled, value, between: parts } of readers) {
    for (const match of text.matchAll(labelled)) {
      if (inLotLabel[match.index]) continue;
      const from = match.index + match[0].length;
      const values = parts ? listAfter(text, from, value, parts) : listAfter(text, from, value, between, 1);
      if (values.length > 0) claims.push({ kind: 'label', start: match.index, end: from });
      for (const span of values) claims.push({ kind: 'noise', ...span });
    }
  }
  return claims;
}
