import { expect, test } from 'vitest';
import { withOwnChoice } from './catalogue-choices.ts';

const [ana, bor, retired] = ['ana', 'bor', 'retired'].map((id) => ({ id, name: id.toUpperCase() }));
const offered = [ana, bor].filter((one) => one !== undefined);

test.each([
  ['a new session has none of its own', undefined, ['ana', 'bor']],
  ['one that is offered is there once', bor, ['ana', 'bor']],
  ['one that was retired can stay', retired, ['ana', 'bor', 'retired']],
])('%s', (_, own, ids) => {
  expect(withOwnChoice(offered, own).map(({ id }) => id)).toEqual(ids);
});
