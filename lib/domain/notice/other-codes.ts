import { type Claim, listAfter } from './claim.ts';

/** Codes that notices carry beside lots. `list`: several may follow one label; `value`: how one is written. */
interface OtherCode {
  readonly label: string;
  readonly value: RegExp;
  readonly list: boolean;
}

const digits = /\d[\d -]{4,20}\d(?![\p{L}\d])/uy;
const serial = /(?=[^\s,;()]{0,30}\d)#?[\p{L}\d][^\s,;()]{1,30}/uy;
const code = /(?=[^\s,;()]{0,30}\d)#?[\p{L}\d(][^\s,;]{1,30}/uy;
const yearly = /[\p{L}]{0,4}\s?\(\d\d\)\s?[\p{L}]{0,2}\/?\s?\d{1,4}/uy;

const codes: readonly OtherCode[] = [
  { label: 'UPCs?|GTINs?|EANs?|barcodes?|c[óo]digos? de barras|global trade item', value: digits, list: true },
  { label: 'EL', value: yearly, list: false },
  { label: 'serial|s\\/n|series? n(?:o|[º°])|n[°º]?\\s?de series?|n[úu]meros? de series?', value: serial, list: true },
  {
    label:
      'DIN(?:-HM)?|NPN|PLs?|PLGB|PA|MA|ANDA|NDA|BLA|PZN|PM|CN|NRM?|RA|RX|Rx|EU\\/1|AUST [RL]|ARTG|' +
      'item|catalog(?:ue)?|cat|product|material|reference|referencia|ref|model|modelo|sku|part|list|list number|case|licen[cs]es?|licencias?|lic\\.?|' +
      'recall(?: event)?|event|recall id|identification|identificaci[óo]n(?: interna)?|order|invoice|prescription|certificad[oa]|certificate|' +
      'registros?(?: sanitarios?)?|reg|expedientes?|disposici[óo]n|resoluci[óo]n|alerta(?: sanitaria)?|oficio|marketing authori[sz]ation|' +
      'c[óo]digo nacional|c[óo]digo|po box|p\\.o\\. box|apartado|suite|room|zip|study|form|version|versi[óo]n|usp|legajo|invima|cofepris|anmat|article|art[íi]culo|decreto|ley|cfr|alert|drug alert',
    value: code,
    list: false,
  },
];

const start = '(?<![\\p{L}\\d_])';
const tail =
  '(?:[^\\S\\n\\t]{0,2}(?:#s?|nos?\\.|n[°º]\\.?|nros?\\.?|numbers?|n[úu]m(?:ero)?s?\\.?|codes?|ids?|\\(s\\)|s(?=\\s|:))){0,3}[^\\S\\n\\t]{0,2}(?:[:#.]{1,2}\\s{0,2})?';
const between = /\s{0,2}(?:[,;&]|and|or|y|e)\s{0,2}(?:and\s|or\s|y\s)?/giuy;
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
  for (const { labelled, value, list } of readers) {
    for (const match of text.matchAll(labelled)) {
      if (inLotLabel[match.index]) continue;
      const from = match.index + match[0].length;
      const values = listAfter(text, from, value, between, list ? 1000 : 1);
      if (values.length > 0) claims.push({ kind: 'label', start: match.index, end: from });
      for (const span of values) claims.push({ kind: 'noise', ...span });
    }
  }
  return claims;
}
