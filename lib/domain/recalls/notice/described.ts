import type { Recogniser } from './claim.ts';

const i = (pattern: string) => new RegExp(pattern, 'giu');
const filler =
  '(?:\\s(?:in|with|con|por|en|the|a|an|el|la|los|las|letters?|digits?|numbers?|characters?|prefix|prefijo|letras?|d[íi]gitos?|n[úu]meros?|either)(?![\\p{L}\\d]))';

/** Lots named by a description: "beginning with 5", "prefix AB", "12345 and higher". */
export const descriptions: readonly Recogniser[] = [
  {
    kind: 'begins',
    pattern: i(
      `(?<![\\p{L}\\d])(?:(?:begin(?:ning|s)?|start(?:ing|s)?)\\s(?:with|in)|prefix(?:ed)?(?:\\s(?:with|by|of))?|prefijo|(?:comien[cz]an?|comen[zc]ando|empiezan?|inician?|que\\sinicien)\\s(?:con|por|en))${filler}{0,5}\\s?[:"“']{0,2}`,
    ),
  },
  {
    kind: 'ends',
    pattern: i(
      `(?<![\\p{L}\\d])(?:end(?:ing|s)?\\s(?:with|in)|suffix|sufijo|termina(?:n|dos?)?\\s(?:con|en))${filler}{0,5}\\s?[:"“']{0,2}`,
    ),
  },
  {
    kind: 'andAbove',
    pattern: i(
      '(?<![\\p{L}\\d])(?:and|or|y|o|e)\\s(?:all\\s)?(?:above|higher|greater|later|newer|after|up|onwards?|subsequent|posteriores|superiores|siguientes)(?![\\p{L}\\d])',
    ),
  },
  {
    kind: 'andBelow',
    pattern: i(
      '(?<![\\p{L}\\d])(?:and|or|y|o|e)\\s(?:all\\s)?(?:below|lower|less|earlier|older|before|prior|previous|anteriores|inferiores)(?![\\p{L}\\d])',
    ),
  },
];
