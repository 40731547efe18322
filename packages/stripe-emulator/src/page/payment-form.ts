import { type Static, Type } from 'typebox';

/** What the payment page posts. Everything is optional: an empty form is answered with what is missing. */
export const PaymentForm = Type.Object({
  method: Type.Enum(['card', 'delayed_success', 'delayed_failure'], { default: 'card' }),
  number: Type.String({ default: '' }),
  expiry: Type.String({ default: '' }),
  cvc: Type.String({ default: '' }),
});

export type PaymentFormValues = Static<typeof PaymentForm>;

export const emptyPaymentForm: PaymentFormValues = { method: 'card', number: '', expiry: '', cvc: '' };

/** What is wrong with a form, and the field to look at; null when it can be submitted. */
export interface FormProblem {
  field: 'number' | 'expiry' | 'cvc';
  message: string;
}

/** Checks what a browser cannot leave to the card's issuer. `now` in Unix seconds. */
export function findFormProblem(form: PaymentFormValues, now: number): FormProblem | null {
  if (form.method !== 'card') return null;
  if (!/^[\d\s-]{12,23}$/.test(form.number.trim())) {
    return { field: 'number', message: 'Enter the number of a test card, for example 4242 4242 4242 4242.' };
  }
  if (!isFutureMonth(form.expiry, now)) {
    return { field: 'expiry', message: 'Enter a month that has not passed, for example 12/34.' };
  }
  if (!/^\d{3,4}$/.test(form.cvc.trim())) return { field: 'cvc', message: 'Enter any three or four digits as CVC.' };
  return null;
}

/** A card is good until the end of its month. */
function isFutureMonth(text: string, now: number): boolean {
  const match = /^\s*(\d{1,2})\s*\/\s*(?:20)?(\d{2})\s*$/.exec(text);
  const month = Number(match?.[1]);
  if (!match || month < 1 || month > 12) return false;
  return Date.UTC(2000 + Number(match[2]), month) / 1000 > now;
}
