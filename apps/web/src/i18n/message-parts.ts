import { type MessageFormatElement, TYPE } from '@formatjs/icu-messageformat-parser';

/** Every element of a message, with those inside of choices, plurals and tags. */
function allParts(elements: MessageFormatElement[]): MessageFormatElement[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.tag) return [element, ...allParts(element.children)];
    if (element.type === TYPE.select || element.type === TYPE.plural) {
      return [element, ...Object.values(element.options).flatMap(({ value }) => allParts(value))];
    }
    return [element];
  });
}

/** What the code has to pass for a message: its arguments, its tags as `<link>`, and the cases of its choices. */
export function partNames(message: MessageFormatElement[]): string[] {
  const names = allParts(message).flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
    if (element.type === TYPE.tag) return [`<${element.value}>`];
    if (element.type !== TYPE.select) return [element.value];
    return Object.keys(element.options).map((option) => `${element.value}: ${option}`);
  });
  return [...new Set(names)].sort();
}

/** The forms in which each plural and ordinal of a message is written; exact numbers such as `=0` come in addition. */
export function countedForms(message: MessageFormatElement[]) {
  return allParts(message).flatMap((element) => {
    if (element.type !== TYPE.plural) return [];
    const categories = Object.keys(element.options).filter((option) => !option.startsWith('='));
    return [{ type: element.pluralType ?? 'cardinal', categories: categories.sort() }];
  });
}
