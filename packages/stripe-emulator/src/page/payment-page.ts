import type { LineItemRecord, SessionRecord } from '../core/records.ts';
import { testCards } from '../operations/test-cards.ts';
import { type Html, html } from './html.ts';
import { formatMoney } from './money.ts';
import type { FormProblem, PaymentFormValues } from './payment-form.ts';

export interface PaymentPage {
  session: SessionRecord;
  items: LineItemRecord[];
  form: PaymentFormValues;
  problem: { field: FormProblem['field'] | null; message: string } | null;
}

/** The hosted payment page: what is bought on one side, how to pay on the other. */
export function renderPaymentPage({ session, items, form, problem }: PaymentPage): Html {
  const total = formatMoney(session.amount_total, session.currency, session.locale);
  const isFree = session.amount_total === 0;
  return html`${renderSummary(session, items, total)}
<section class="card" aria-labelledby="pay">
<h2 class="title" id="pay">Pay</h2>
<form method="post" action="/c/pay/${session.id}" novalidate>
${problem && html`<p class="error" id="problem" role="alert">${problem.message}</p>`}
${!isFree && renderMeans(session, form, problem)}
<button type="submit">${isFree ? 'Complete the order' : `Pay ${total}`}</button>
</form>
${!isFree && renderTestCards()}
</section>`;
}

function renderMeans(session: SessionRecord, form: PaymentFormValues, problem: PaymentPage['problem']): Html {
  return html`${renderMethods(session, form)}
<div class="card-fields">
${renderField('number', 'Card number', 'cc-number', '1234 1234 1234 1234', form, problem)}
<div class="row">
${renderField('expiry', 'Expiry (MM/YY)', 'cc-exp', '12/34', form, problem)}
${renderField('cvc', 'CVC', 'cc-csc', '123', { ...form, cvc: '' }, problem)}
</div>
</div>`;
}

function renderSummary(session: SessionRecord, items: LineItemRecord[], total: string): Html {
  return html`<section aria-labelledby="summary">
${session.cancel_url !== null && html`<a class="back" href="${session.cancel_url}">← Back without paying</a>`}
<h1 class="caption" id="summary">Your order</h1>
<p class="total">${total}</p>
<ul class="items">
${items.map(
  (item) => html`<li><span>${item.description}${item.quantity > 1 && html` × ${item.quantity}`}</span>
<span class="amount">${formatMoney(item.amount_total, item.currency, session.locale)}</span></li>`,
)}
</ul>
${session.customer_email !== null && html`<p class="muted">Paying as ${session.customer_email}</p>`}
</section>`;
}

const methodNames = {
  card: 'Card',
  delayed_success: 'Bank debit, confirmed later',
  delayed_failure: 'Bank debit, fails later',
};

function renderMethods({ payment_method_types: types }: SessionRecord, form: PaymentFormValues): Html {
  const choice = (method: keyof typeof methodNames) => html`<label class="choice">
<input type="radio" name="method" value="${method}"${method === form.method && html` checked`}> ${methodNames[method]}
</label>`;
  const takesBankDebit = types.some((type) => type !== 'card');
  return html`<fieldset>
<legend>How do you want to pay?</legend>
${types.includes('card') && choice('card')}
${takesBankDebit && [choice('delayed_success'), choice('delayed_failure')]}
</fieldset>`;
}

function renderField(
  name: FormProblem['field'],
  label: string,
  autocomplete: string,
  placeholder: string,
  form: PaymentFormValues,
  problem: PaymentPage['problem'],
): Html {
  const isWrong = problem?.field === name;
  return html`<label class="field">${label}
<input name="${name}" value="${form[name]}" placeholder="${placeholder}" autocomplete="${autocomplete}" inputmode="numeric"${
    isWrong && html` aria-invalid="true" aria-describedby="problem" autofocus`
  }>
</label>`;
}

function renderTestCards(): Html {
  return html`<details>
<summary>Test cards</summary>
<table>
<caption class="muted">With any future month and any CVC.</caption>
<tbody>
${testCards.map(
  (card) => html`<tr><th scope="row">${card.number.replace(/(\d{4})(?=\d)/g, '$1 ')}</th><td>${card.effect}</td></tr>`,
)}
</tbody>
</table>
</details>`;
}
