import type { Recogniser } from './claim.ts';

const i = (pattern: string) => new RegExp(`(?<![\\p{L}\\d])(?:${pattern})(?![\\p{L}\\d])`, 'giu');
const not =
  '(?:affected|impacted|included|involved|recalled|concerned|subject(?: to (?:this |the )?recall)?|part of (?:this |the )?recall|being recalled)';

/** A lot that never left the maker was dispensed to nobody. */
const unsold = '(?:distributed|shipped|released|sold|marketed|dispensed)';

/** "The firm cannot at this time exclude …": nothing is taken out. */
const negated = /(?:(?<!\p{L})(?:not|no|never|unable|without|sin)|cannot|n['’]t)\s(?:[^\s.;]{1,14}\s){0,5}$/iu;

/** Words that take the lots after them out of the recall ("other than", "not affected:"), or those before them ("… are not affected"). */
export const exclusionPhrases: readonly Recogniser[] = [
  {
    kind: 'spared',
    pattern: i(
      `(?:is|are|was|were)\\s(?:not|un)\\s?${not}|(?:was|were|(?:has|have)\\sbeen|had\\sbeen)\\s(?:not|never)\\s(?:yet\\s)?${unsold}|(?:has|have)\\s(?:not|never)\\s(?:yet\\s)?been\\s${unsold}|no\\s(?:se\\s(?:ha\\s|han\\s)?|fue(?:ron)?\\s|ha(?:n)?\\ssido\\s)(?:distribuy|distribui|comercializ|vendi|liberad)\\p{L}{1,6}|(?:is|are)\\s(?:unaffected|excluded|exempt|(?:acceptable|safe|fit)\\s(?:for|to)\\suse)|(?:do|does)\\snot\\sform\\spart|(?:est[áa]n?|qued[ao]n?|son|fueron)\\s(?:exclu[ií]d[oa]s?|exceptuad[oa]s?)|(?:has|have)\\sbeen\\s(?:removed|excluded)\\sfrom\\s(?:this|the)\\srecall|no\\s(?:se\\s(?:ve|ven|encuentran?)\\s|est[áa]n?\\s|son\\s|fue(?:ron)?\\s)?(?:afectad[oa]s?|incluid[oa]s?|involucrad[oa]s?|parte)`,
    ),
    accept: (_, before, after) => !/^\s?:/.test(after) && !/(?:that|which|if)\s$/i.test(before),
  },
  {
    kind: 'spared',
    pattern: i(`(?:not|un)\\s?${not}`),
    accept: (_, before, after) => before.endsWith('(') || after.startsWith(')'),
  },
  {
    kind: 'except',
    pattern: i(
      `other\\sthan|except(?:ing)?(?:\\sfor)?|excluding|excludes?|with\\sthe\\sexceptions?\\sof|(?:lots?\\s)?(?:not|un)\\s?${not}|lots?\\s(?:that|which)\\sare\\snot\\s${not}|excepto|salvo|a\\sexcepci[óo]n\\sde|con\\s(?:la\\s)?excepci[óo]n\\sde|exceptuando|excluyendo|se\\sexcluyen?|quedan?\\sexcluid[oa]s?(?=\\s{0,2}:|\\s(?:del?\\s(?:este\\s)?retiro\\s)?(?:el|los|las?)\\s)|(?:lots?\\s)?exclu(?:ded|id[oa]s)|exempted|exceptuad[oa]s|distint[oa]s?\\s(?:de|del|a|al)|no\\s(?:est[áa]n?\\s|son\\s)?(?:afectad[oa]s?|incluid[oa]s?)`,
    ),
    accept: (found, before, after) =>
      (!/^(?:not|un|no\s|lots?|exclu(?:ded|id)|exempted|exceptuad)/i.test(found) &&
        !(/exclu/i.test(found) && negated.test(before))) ||
      /^(?:\s(?:lots?|batch(?:es)?|lotes?))?(?:\s(?:numbers?|nos?\.?))?\s{0,2}[:(-]/i.test(after),
  },
];
