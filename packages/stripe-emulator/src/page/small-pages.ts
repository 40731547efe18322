import type { ChargeRecord, SessionRecord } from '../core/records.ts';
import { type Html, html } from './html.ts';
import { formatMoney } from './money.ts';

/** The bank's page, where the customer confirms the payment. */
export function renderChallengePage(session: SessionRecord): Html {
  const total = formatMoney(session.amount_total, session.currency, session.locale);
  return html`<section class="card" aria-labelledby="challenge">
<h1 class="title" id="challenge">Your bank asks for confirmation</h1>
<p>Do you want to pay <strong>${total}</strong> with this card?</p>
<form method="post">
<button type="submit" name="outcome" value="approve">Approve</button>
<button type="submit" name="outcome" value="deny" class="quiet">Deny</button>
</form>
</section>`;
}

/** For a session that was expired or paid before. */
export function renderClosedPage(session: SessionRecord, continueUrl: string): Html {
  const isPaid = session.status === 'complete';
  return html`<section class="card" aria-labelledby="closed">
<h1 class="title" id="closed">${isPaid ? 'You are all done here' : 'This payment page has expired'}</h1>
<p>${isPaid ? 'This order has already been submitted.' : 'Nothing was charged. Please start again.'}</p>
<a class="back" href="${continueUrl}">Continue</a>
</section>`;
}

export function renderReceipt(charge: ChargeRecord): Html {
  const money = (amount: number) => formatMoney(amount, charge.currency, null);
  const paidAt = new Date(charge.created * 1000).toISOString();
  return html`<section class="card" aria-labelledby="receipt">
<h1 class="title" id="receipt">Receipt</h1>
<p class="total">${money(charge.amount)}</p>
<ul class="items">
<li><span>Date</span><time datetime="${paidAt}">${paidAt.slice(0, 10)}</time></li>
<li><span>Status</span><span>${charge.status}</span></li>
${charge.amount_refunded > 0 && html`<li><span>Refunded</span><span>${money(charge.amount_refunded)}</span></li>`}
<li><span>Reference</span><span>${charge.id}</span></li>
</ul>
</section>`;
}
