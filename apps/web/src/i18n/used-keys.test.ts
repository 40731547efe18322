import { expect, test } from 'vitest';
import { unusedKeys } from './used-keys.ts';

const keys = ['shop.title', 'shop.empty', 'shop.state.open', 'shop.kinds.a.text', 'shop.kinds.a.title', 'other.title'];

/** The keys that some sources leave unused. */
function leftBy(sources: Record<string, string>): string[] {
  return unusedKeys(keys, new Map(Object.entries(sources)), (path) => (path === 'shop' ? ['words'] : []));
}

const without = (...used: string[]) => keys.filter((key) => !used.includes(key));

test.each([
  ["a literal of the file's namespace", "const t = useTranslations('shop'); t('title')", ['shop.title']],
  ['rich text', "const t = useTranslations('shop'); t.rich('empty', { b })", ['shop.empty']],
  ['a choice', "const t = useTranslations('shop'); t(isNew ? 'title' : 'empty')", ['shop.title', 'shop.empty']],
  ['a group', `const t = useTranslations('shop'); t(\`state.\${state}\`)`, ['shop.state.open']],
  ['a variable inside', `const t = useTranslations('shop'); t(\`kinds.\${kind}.text\`)`, ['shop.kinds.a.text']],
  ['a deeper namespace', "const t = await getTranslations('shop.kinds.a'); t('title')", ['shop.kinds.a.title']],
  ['another name', "const words = useTranslations('shop'); words('title')", ['shop.title']],
  ['a key in a variable', "const t = useTranslations('shop'); const key = 'title'; t(key)", ['shop.title']],
  [
    'a group in a variable',
    `const t = useTranslations('shop'); const key = \`state.\${state}\`; t(key)`,
    ['shop.state.open'],
  ],
])('%s is a use', (_, source, used) => {
  expect(leftBy({ shop: source })).toEqual(without(...used));
});

test('a key in a variable may be spelled in an imported file', () => {
  const shop = "const t = useTranslations('shop'); t(label)";
  expect(leftBy({ shop, words: "export const labels = ['empty']" })).toEqual(without('shop.empty'));
  expect(leftBy({ shop, elsewhere: "export const labels = ['empty']" })).toEqual(keys);
});

test.each([
  ['the same word that is no key', "const t = useTranslations('shop'); const title = 'title'; t('nothing')"],
  ['the same key of another namespace', "const t = useTranslations('third'); t('title')"],
  ['the word in the text of a comment', "const t = useTranslations('shop'); // the title is empty"],
])('%s is not', (_, source) => {
  expect(leftBy({ shop: source })).toEqual(keys);
});
