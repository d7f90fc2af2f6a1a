import type { Recogniser } from './claim.ts';

const i = (pattern: string) => new RegExp(`(?<![\\p{L}\\d])(?:${pattern})(?![\\p{L}\\d])`, 'giu');
const not =
  '(?:affected|impacted|included|involved|recalled|concerned|subject(?: to (?:this |the )?recall)?|part of (?:this |the )?recall|being recalled)';

/** What never left the maker was given to nobody. */
const unsold = '(?:distributed|shipped|released|sold|marketed|dispensed)';

/** Words that take the lots after them out of the recall ("other than", "not affected:"), or those before them ("… are not affected"). */
export const exceptions: readonly Recogniser[] = [
  {
    kind: 'spared',
    pattern: i(
      `(?:is|are|was|were)\\s(?:not|un)\\s?${not}|(?:was|were|(?:has|have)\\sbeen|had\\sbeen)\\s(?:not|never)\\s(?:yet\\s)?${unsold}|(?:has|have)\\s(?:not|never)\\s(?:yet\\s)?been\\s${unsold}|no\\s(?:se\\s(?:ha\\s|han\\s)?|fue(?:ron)?\\s|ha(?:n)?\\ssido\\s)(?:distribuy|distribui|comercializ|vendi|liberad)\\p{L}{1,6}|(?:is|are)\\s(?:unaffected|excluded|exempt|(?:acceptable|safe|fit)\\s(?:for|to)\\suse)|(?:do|does)\\snot\\sform\\spart|(?:has|have)\\sbeen\\s(?:removed|excluded)\\sfrom\\s(?:this|the)\\srecall|no\\s(?:se\\s(?:ve|ven|encuentran?)\\s|est[áa]n?\\s|son\\s|fue(?:ron)?\\s)?(?:afectad[oa]s?|incluid[oa]s?|involucrad[oa]s?|parte)`,
    ),
    accept: (_, before, after) => !/^\s?:/.test(after) && !/(?:that|which|if)\s$/i.test(before),
  },
  {
    kind: 'spared',
    pattern: i(`(?:not|un)\\s?${not}`),
    accept: (_, before, after) => before.endsWith('(') && after.startsWith(')'),
  },
  {
    kind: 'except',
    pattern: i(
      `other\\sthan|except(?:ing)?(?:\\sfor)?|excluding|excludes?|with\\sthe\\sexceptions?\\sof|(?:lots?\\s)?(?:not|un)\\s?${not}|lots?\\s(?:that|which)\\sare\\snot\\s${not}|excepto|salvo|a\\sexcepci[óo]n\\sde|con\\s(?:la\\s)?excepci[óo]n\\sde|exceptuando|excluyendo|se\\sexcluyen?|quedan?\\sexcluid[oa]s?|distint[oa]s?\\s(?:de|del|a|al)|no\\s(?:est[áa]n?\\s|son\\s)?(?:afectad[oa]s?|incluid[oa]s?)`,
    ),
    accept: (found, _, after) =>
      !/^(?:not|un|no\s|lots?)/i.test(found) ||
      /^(?:\s(?:lots?|batch(?:es)?|lotes?))?(?:\s(?:numbers?|nos?\.?))?\s{0,2}[:(-]/i.test(after),
  },
];
