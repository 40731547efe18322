import { Html } from './html.ts';

/** One small sheet for all pages; inline, so that they need nothing from anywhere. */
export const stylesheet = new Html(`
:root {
  color-scheme: light dark;
  --page: light-dark(#f6f7f9, #101418);
  --card: light-dark(#ffffff, #1a2027);
  --text: light-dark(#16202b, #e9eef3);
  --muted: light-dark(#536170, #a3b0bd);
  --line: light-dark(#8794a1, #6b7885);
  --accent: light-dark(#0b5fae, #8cc4ff);
  --on-accent: light-dark(#ffffff, #0b1620);
  --danger: light-dark(#b3261e, #ffb4ab);
  --notice: light-dark(#fff4d6, #3a2f10);
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 1rem/1.5 system-ui, sans-serif; }
.notice { background: var(--notice); padding: .625rem 1rem; text-align: center; font-size: .9375rem; }
main { max-width: 56rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; display: grid; gap: 1.5rem; }
@media (min-width: 48rem) { main { padding-top: 3rem; } main:has(> :nth-child(2)) { grid-template-columns: 5fr 6fr; gap: 3rem; } }
@media (min-width: 48rem) { main:not(:has(> :nth-child(2))) { max-width: 34rem; } }
.caption { font-size: 1rem; font-weight: 500; margin: 1rem 0 0; color: var(--muted); }
.title { font-size: 1.25rem; margin: 0 0 1rem; }
.total { font-size: 2.25rem; font-weight: 650; margin: 0 0 1.5rem; font-variant-numeric: tabular-nums; }
.items { list-style: none; margin: 0; padding: 0; }
.items li { display: flex; justify-content: space-between; gap: 1rem; padding: .625rem 0; border-top: 1px solid color-mix(in srgb, var(--line) 45%, transparent); }
.items span { overflow-wrap: anywhere; }
.items .amount { flex: none; font-variant-numeric: tabular-nums; }
.muted { color: var(--muted); font-size: .9375rem; }
.card { background: var(--card); border-radius: .75rem; padding: 1.25rem; box-shadow: 0 1px 3px rgb(0 0 0 / .16); }
fieldset { border: 0; margin: 0 0 1.25rem; padding: 0; min-width: 0; }
legend { font-weight: 600; padding: 0; margin-bottom: .5rem; }
.choice { display: flex; gap: .625rem; align-items: center; min-height: 2.75rem; }
.choice input { width: 1.25rem; height: 1.25rem; margin: 0; accent-color: var(--accent); }
.row { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; }
label.field { display: block; font-weight: 500; margin-bottom: 1rem; }
label.field input { display: block; width: 100%; margin-top: .25rem; min-height: 2.75rem; padding: .5rem .75rem; font: inherit; font-variant-numeric: tabular-nums; color: inherit; background: var(--page); border: 1px solid var(--line); border-radius: .5rem; }
label.field input[aria-invalid=true] { border: 2px solid var(--danger); }
form:has(input[name=method]:not([value=card]):checked) .card-fields { display: none; }
.error { color: var(--danger); border: 1px solid; border-radius: .5rem; padding: .625rem .75rem; margin: 0 0 1.25rem; font-weight: 500; }
button { width: 100%; min-height: 3rem; font: inherit; font-weight: 600; border-radius: .5rem; border: 1px solid var(--accent); background: var(--accent); color: var(--on-accent); cursor: pointer; }
button + button { margin-top: .75rem; }
button.quiet { background: transparent; color: var(--accent); }
a { color: var(--accent); }
a.back { display: inline-block; padding: .625rem 0; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
details { margin-top: 1.25rem; }
summary { cursor: pointer; padding: .625rem 0; }
table { width: 100%; border-collapse: collapse; font-size: .875rem; }
caption { text-align: start; padding-bottom: .5rem; }
th { text-align: start; font-weight: 500; white-space: nowrap; font-variant-numeric: tabular-nums; padding: .25rem .75rem .25rem 0; }
`);
