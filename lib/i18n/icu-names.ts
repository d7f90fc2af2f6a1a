import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';

/** The names that an ICU message takes, sorted; tags such as `<b>` are markup, not names. For the words' test. */
export function icuNames(message: string): string[] {
  return [...new Set(parse(message).flatMap(namesIn))].sort();
}

function namesIn(element: MessageFormatElement): readonly string[] {
  switch (element.type) {
    case TYPE.literal:
    case TYPE.pound:
      return [];
    case TYPE.tag:
      return element.children.flatMap(namesIn);
    case TYPE.plural:
    case TYPE.select:
      return [element.value, ...Object.values(element.options).flatMap(({ value }) => value.flatMap(namesIn))];
    default:
      return [element.value];
  }
}
