import type { Recogniser } from './claim.ts';

const number = '\\d{1,7}(?:[.,/]\\d{1,6}){0,3}';
const unit =
  '(?:m[cg]g|mg|µg|μg|ug|ng|kg|grams?|gramos?|ml|dl|µl|cc|i\\.?u\\.?|u\\.?i\\.?|meq|mmol|mci|kbq|mbq|mm|cm|oz|fl\\.?\\s?oz|lbs?|pounds?|ounces?|ppm|ppb|%|°\\s?[cf]|hours?|hrs?|horas|days?|d[íi]as|weeks?|months?|meses|years?|a[ñn]os|units?\\/ml|puffs?|doses?|dosis)';
const strength = `(?<![\\p{L}\\d_@#-])${number}[\\s-]?(?:${unit}(?:\\s?\\/\\s?(?:\\d{0,4}(?:\\.\\d{1,3})?\\s?)?(?:${unit}|h|l|tablets?|actuation|vial))?)(?![\\p{L}\\d])`;
const single = `(?<![\\p{L}\\d_@#-])\\d{1,4}(?:[.,]\\d{1,4})?\\s?(?:g|l|L|mL)(?![\\p{L}\\d])`;

const thing =
  '(?:count|ct|tablets?|tabs?|caplets?|capsules?|bottles?|vials?|cartons?|cases?|tubes?|boxes|box|packs?|packets?|packages?|pouches|blisters?|syringes?|bags?|kits?|ampoules?|ampules?|inhalers?|patch(?:es)?|pens?|cartridges?|units|jars?|drums?|cylinders?|containers?|patients?|lots(?!\\s?[:#])|batches|strips?|sachets?|wafers?|suppositories|people|complaints?|reports?|unidades|frascos?|cajas?|bl[íi]ster(?:es|s)?|tabletas?|comprimidos?|c[áa]psulas?|ampollas?|viales|vial|jeringas?|sobres?|envases?|lotes(?!\\s?[:#])|estuches?|bolsas?|pastillas|dosis)';
const quantity = `(?<![\\p{L}\\d_@#-])\\d{1,3}(?:[,.]\\d{3}){1,3}(?:[\\s-](?:[\\p{L}-]{1,14}\\s){0,2}${thing})(?![\\p{L}\\d])`;
const plain = `(?<![\\p{L}\\d_@#-])\\d{1,7}(?:[\\s-]|\\s?[x×]\\s?)(?:(?:single|unit|dose|glass|plastic|foil|sterile|individual|sealed|\\d{1,4}-count|\\d{1,4}\\s?ml)[\\s-]){0,2}${thing}(?![\\p{L}\\d])`;

/** A town's state and ZIP code: ", NJ 07724". */
const zip =
  /(?<=\p{L}\.?,\s{0,3})(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])[,.]?\s{1,3}\d{5}(?:-\d{4})?(?![\p{L}\d-])/gu;

const afterLotLabel = /(?:lots?|lotes?|batch(?:es)?|partida)(?:\s*(?:no\.?|numbers?|#|:|n[°º.]))*\s*$/iu;
const plainLot = (found: string, before: string) => !(/^\d{4,}/.test(found) && afterLotLabel.test(before));
const i = (pattern: string) => new RegExp(pattern, 'giu');

/** Texts in notices with digits in them that are no lot, by their own form. */
export const noise: readonly Recogniser[] = [
  { kind: 'noise', pattern: /(?:https?:\/\/|www\.)\S{1,400}/giu },
  { kind: 'noise', pattern: /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\p{L}-]{2,24}){1,4}/giu },
  {
    kind: 'noise',
    pattern:
      /(?<![\w/.-])[\w-]{1,63}(?:\.[\w-]{1,63}){0,3}\.(?:com|org|gov|net|edu|mx|co|ar|uk|ca|es)(?![\w])(?:\/\S{0,300})?/giu,
  },
  { kind: 'noise', pattern: /(?<![\w@#-])(?:\+?\d{1,3}[\s.-])?\(\d{2,4}\)\s?\d{3,4}[\s.-]?\d{3,4}(?![\w@])/gu },
  { kind: 'noise', pattern: /(?<![\w@#-])(?:\+?1[\s.-])?[2-9]\d{2}([.-])\d{3}\1\d{4}(?![\w@]|-\d)/gu },
  { kind: 'noise', pattern: /(?<![\w@#-])\+\d{1,3}(?:[\s.-]?\d{2,4}){2,5}(?![\w@])/gu },
  { kind: 'noise', pattern: /(?<![\w@#-])1-8(?:00|33|44|55|66|77|88)-[\p{L}\d-]{5,12}/giu },
  {
    kind: 'noise',
    pattern:
      /(?<!\p{L})(?:call(?:ing)?|phone|tel(?:[ée]fono|ephone)?|fax|ext(?:ension)?|toll[- ]free|l[íi]nea)\.?(?:\s(?:at|us|number|no\.?|al?))?\s{0,2}:?\s{0,2}\+?\d[\d\s().-]{2,18}\d/giu,
  },
  { kind: 'noise', pattern: zip },
  { kind: 'noise', pattern: /(?<![\p{L}\d])EU\/\d\/\d\d\/\d{2,4}(?:\/\d{1,3}(?:-\d{1,3})?)?/gu },
  { kind: 'noise', pattern: i(quantity), accept: plainLot },
  { kind: 'noise', pattern: i(strength), accept: plainLot },
  { kind: 'noise', pattern: new RegExp(single, 'gu'), accept: plainLot },
  { kind: 'noise', pattern: i(plain), accept: plainLot },
  {
    kind: 'noise',
    pattern: /(?<![\p{L}\d_@#-])\d{1,4}(?:\s[xX×]\s|[x×])\d{1,4}(?:\s?[x×]\s?\d{1,5})?(?:\s?m?[lg])?(?![\p{L}\d])/gu,
    accept: (found, before) => !afterLotLabel.test(before) || /\s/.test(found),
  },
  { kind: 'noise', pattern: /(?<![\p{L}\d_-])F\.?\s?\d\d\/(?:20)?\d\d(?!\d)/gu },
  { kind: 'noise', pattern: /(?<![\p{L}\d_-])\p{Lu}{2,6}\/[\p{L}\d-]{1,12}\/(?:19|20)\d\d(?![\p{L}\d])/gu },
  {
    kind: 'noise',
    pattern:
      /[$€£]\s?\d[\d.,]{0,14}|=\s{0,2}\d{1,3}(?:,\d{3})+(?!\d)|(?<![\p{L}\d])\d{1,2}:\d{2}(?:\s?[ap]\.?m\.?)?(?![\d@])/giu,
  },
  { kind: 'noise', pattern: /(?<![\p{L}\d])\d{1,3}(?:st|nd|rd|th|er|ra|[oa]\.)(?![\p{L}\d])/giu },
  {
    kind: 'noise',
    pattern:
      /(?<![\p{L}\d])(?:covid-19|omega-3|vitamin[ae]?\s[a-z]-?\d{1,2}|type\s[12]|class\s(?:[123]|i{1,3})|clase\s(?:[123]|i{1,3}))(?![\p{L}\d])/giu,
  },
];
