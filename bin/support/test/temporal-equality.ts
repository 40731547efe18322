import { expect } from 'vitest';

/** Its type and value in one text, or undefined for anything but a `Temporal` object. */
function temporalText(value: unknown): string | undefined {
  const tag = Object.prototype.toString.call(value);
  return tag.startsWith('[object Temporal.') ? `${tag} ${value}` : undefined;
}

// `Temporal` objects have no properties of their own, so without this any two of them are equal to Vitest, and `toMatchObject` takes
// one for null.
expect.addEqualityTesters([
  (a: unknown, b: unknown) => {
    const texts = [temporalText(a), temporalText(b)];
    return texts.every((text) => text === undefined) ? undefined : texts[0] === texts[1];
  },
]);
