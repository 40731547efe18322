/** What one file says: the parts of the catalogue it reads from, and the keys it asks for below them. */
interface Uses {
  namespaces: string[];
  /** Keys in literal form. */
  literals: Set<string>;
  /** Keys with a variable part. */
  patterns: RegExp[];
  /** Some key is in a variable: any string of the file or of what it imports may be it. */
  isOpen: boolean;
}

/**
 * Those messages that no source asks for.
 *
 * Not a parser: it knows `t('key')`, `t(a ? 'key' : 'other')`, a template with a variable part (which uses its whole group),
 * and a key in a variable, whose values stand in the same file or, as strings, in one it imports.
 *
 * @param keys all keys of the catalogue, e.g. `tickets.state.frozen`
 * @param sources the text of each file by its path
 * @param importsOf the paths of the files a file imports
 */
export function unusedKeys(
  keys: string[],
  sources: ReadonlyMap<string, string>,
  importsOf: (path: string) => string[],
): string[] {
  const uses = [...sources].map(([path, source]) => {
    const own = usesOf(source);
    if (!own.isOpen) return own;
    const near = [path, ...importsOf(path)].map((file) => sources.get(file) ?? '');
    return { ...own, literals: new Set(near.flatMap(stringsOf)), patterns: [...own.patterns, ...templatesOf(source)] };
  });
  return keys.filter((key) => !uses.some((own) => asksFor(own, key)));
}

function asksFor({ namespaces, literals, patterns }: Uses, key: string): boolean {
  return namespaces.some((namespace) => {
    if (!key.startsWith(`${namespace}.`)) return false;
    const rest = key.slice(namespace.length + 1);
    return literals.has(rest) || patterns.some((pattern) => pattern.test(rest));
  });
}

function usesOf(source: string): Uses {
  const namespaces = Array.from(source.matchAll(/(?:Translations\(|namespace: )'([\w.]+)'/g), ([, name = '']) => name);
  const uses: Uses = { namespaces, literals: new Set(), patterns: [], isOpen: false };
  if (namespaces.length === 0) return uses;
  for (const value of keysAskedFor(source)) {
    if (/^'.*'$/.test(value)) uses.literals.add(value.slice(1, -1));
    else if (value.startsWith('`')) uses.patterns.push(patternOf(value));
    else uses.isOpen = true;
  }
  return uses;
}

/** The expressions that stand for a key: first arguments, both sides of a choice, and `t` handed on to somebody else. */
function keysAskedFor(source: string): string[] {
  const names = [
    't',
    ...Array.from(source.matchAll(/const (\w+) = (?:use|await get)Translations\(/g), ([, name]) => name),
  ];
  const calls = source.matchAll(
    new RegExp(
      `\\b(?:${names.join('|')})(?:\\.(?:rich|has|markup|raw))?\\(\\s*((?:'[^']*'|\`[^\`]*\`|[^,()'\`]|\\([^()]*\\))+)`,
      'g',
    ),
  );
  const handedOn = new RegExp(`[(,]\\s*(?:${names.join('|')})\\s*[,)]`).test(source) ? ['t'] : [];
  return [...Array.from(calls, ([, argument = '']) => argument).flatMap(choices), ...handedOn];
}

function choices(argument: string): string[] {
  const parts = argument.trim().split(/\s([?:])\s/);
  // What stands before a question mark is the condition.
  return parts.filter((_, i) => i % 2 === 0 && parts[i + 1] !== '?').map((part) => part.replace(/ as .*/, '').trim());
}

function patternOf(template: string): RegExp {
  const parts = template.slice(1, -1).split(/\$\{[^}]*\}/);
  return new RegExp(`^${parts.map((part) => part.replaceAll('.', '\\.')).join('[^.]+')}$`);
}

function stringsOf(source: string): string[] {
  return Array.from(source.matchAll(/'([\w.]+)'/g), ([, text = '']) => text);
}

/** Templates that may be keys: words, a variable part, and at least one dot. */
function templatesOf(source: string): RegExp[] {
  return Array.from(source.matchAll(/`(?:[\w.]*\.\$\{[^}`]*\}[\w.]*|\$\{[^}`]*\}\.[\w.]+)`/g), ([text]) =>
    patternOf(text),
  );
}
