import { expect, it } from 'vitest';
import { html } from './html.ts';

it('escapes every value, in text and in attributes', () => {
  const name = `<b title="x">O'Neil & co</b>`;
  expect(html`<p title="${name}">${name}</p>`.text).not.toContain('<b');
  expect(html`<p>${name}</p>`.text).toBe('<p>&lt;b title=&quot;x&quot;&gt;O&#39;Neil &amp; co&lt;/b&gt;</p>');
});

it('keeps markup as it is and leaves nothing for null and false', () => {
  const items = ['a', '<'].map((item) => html`<li>${item}</li>`);
  expect(html`<ul>${items}${null}${false}${0}</ul>`.text).toBe('<ul><li>a</li><li>&lt;</li>0</ul>');
});
