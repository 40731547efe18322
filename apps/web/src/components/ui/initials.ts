/** The first letters of the first and the last word of a name: `Ana Marija Kovač` is `AK`. */
export function initials(name: string): string {
  const words = name.split(/[^\p{Letter}\p{Mark}\p{Number}]+/u).filter(Boolean);
  const chosen = words.length > 1 ? [words[0], words.at(-1)] : words;
  return chosen.map((word) => [...(word ?? '')][0]?.toLocaleUpperCase() ?? '').join('');
}
