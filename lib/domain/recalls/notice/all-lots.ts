import type { Recogniser } from './claim.ts';

const s = '\\s{1,3}';
const lots = '(?:(?:lot|batch) (?:numbers?|codes?)|lots?|batch(?:es)?|codes?)';
const goods = '(?:products?|units|strengths|sizes|packages|presentations|formulations|compounds|medications|drugs)';
const live =
  '(?:remaining |still |currently |that (?:are|have|remain) |which (?:are|remain) )?(?:within (?:their |its |the )?(?:labell?ed )?(?:expir(?:y|ation)|shelf[- ]life|BUD|beyond[- ]use)|not (?:yet )?expired|unexpired|in date)';
const which =
  '(?:(?:of\\sthe\\s|the\\s)?(?:unexpired|remaining|affected|distributed|manufactured|other|non-?expired|current|sterile|known|in-date|lot|product)\\s){0,2}';
const todos =
  '(?:tod[oa]s\\s(?:l[oa]s\\s)?(?:(?:presentaciones y )?lotes|partidas|n[úu]meros de lote|lotes y vencimientos)|la totalidad de l[oa]s\\s(?:lotes|partidas|unidades)|cualquier\\s(?:n[úu]mero de\\s)?lote)';
const i = (pattern: string) => new RegExp(`(?<![\\p{L}\\d])(?:${pattern})(?![\\p{L}\\d])`, 'giu');

const listed =
  /^\s{0,2}(?:please|see|refer|listed|below|above|mentioned|identified|shown|in the (?:table|list)|number(?:ed|s)|with (?:the )?(?:following )?lot|that (?:begin|start)|which (?:begin|start)|(?:begin|start)ning|with (?:the )?prefix|ending|que (?:comien|empie|ini)|(?:were|was|have|had|has|are|is|will|must|should|tested|detallad|indicad|mencionad|listad|afectad))/i;
const notAll = /(?:\bnot|\bno|\bnone of|\bif|\bcheck)\s{1,3}$/i;
const refersToAll = (found: string, before: string, after: string) => {
  if (notAll.test(before) || /\bother\s/i.test(found)) return false;
  return !listed.test(after) && !/^\s?:\s?[^\s]{0,12}\d/.test(after);
};

const kinds =
  '(?:(?:sterile|non-?sterile|compounded|human|drug|unexpired|remaining|affected|of the|such|lots of) ){0,3}';
const made =
  '(?:compounded|distributed|manufactured|produced|made|dispensed|prepared|shipped|sold|repackaged|packaged)';

/** At the beginning of a sentence, or as what a recall takes in. */
const startsOrRecalls = /(?:^|[.;:\n]|\)|recall(?:s|ing|ed)?|recall of|includes?|affects?|covers?)\s{0,4}$/i;

/** "All lots within expiry", "Lot: All", "Todos los lotes": the whole product, and not "all lots listed below". */
export const allLots: readonly Recogniser[] = [
  { kind: 'allLots', pattern: i(`(?:all|any|every|each)${s}${which}${lots}(?:${s}${live})?`), accept: refersToAll },
  {
    kind: 'allLots',
    pattern: i(`(?:all|any)${s}${which}(?:[\\p{L}-]{3,20}\\s){0,2}?${goods}${s}${live}`),
    accept: refersToAll,
  },
  {
    kind: 'allLots',
    pattern: i(`all${s}(?:unexpired|non-?expired)${s}(?:[\\p{L}-]{3,20}\\s){0,3}?${goods}`),
    accept: refersToAll,
  },
  {
    kind: 'allLots',
    pattern: i(`all${s}${kinds}${goods}${s}(?:in (?:distribution|commerce|the market)|${made})`),
    accept: (_, before) => startsOrRecalls.test(before),
  },
  {
    kind: 'allLots',
    pattern: i(`all${s}${kinds}${goods}(?=\\s{0,2}(?:[.;]|$))`),
    accept: (_, before) => /(?:includes?|affects?|covers?|recalling|recalls)\s{1,3}$/i.test(before),
  },
  { kind: 'allLots', pattern: i(todos), accept: refersToAll },
  {
    kind: 'allLots',
    pattern: i(`tous${s}les${s}lots|toutes${s}les${s}unit[ée]s|alle${s}chargen|tutti${s}i${s}lotti`),
    accept: refersToAll,
  },
  {
    kind: 'allLots',
    pattern:
      /(?<=(?<![\p{L}])(?:lots?(?:\(s\))?|lot numbers?|lot nos?\.?|batch(?:es)?|batch numbers?|lotes?|lote\(s\)|lot #s?|codes?)\s?[:\t#-]{1,2}\s{0,3})(?:all|todos|todas)(?![\p{L}\d]|\s{1,2}(?:of\s|lots?\s)?(?:listed|other|the following))/giu,
  },
];

/** Words after "all lots" that limit it by dates or by who made or sold it. */
export const limit =
  /^.{0,60}?(?<!\p{L})(?:expiring|with (?:an? )?exp\p{L}*|distributed|manufactured|shipped|sold|dispensed|compounded|produced|purchased|made|since|between|before|prior|after|entre|desde|fabricad[oa]s|distribuid[oa]s|elaborad[oa]s|anteriores|posteriores)(?!\p{L})/iu;

export const withinExpiry =
  /within\s(?:\p{L}{2,10}\s){0,2}(?:expir|shelf|BUD|beyond)|unexpired|non-?expired|not\s(?:yet\s)?expired|in[- ]date|vigentes|no vencid|no caducad|within\sdate/iu;
