import type { Decline } from '../api/stripe-error.ts';

export interface TestCard {
  number: string;
  brand: 'visa' | 'mastercard' | 'amex';
  /** What it does, for the payment page. */
  effect: string;
  /** The bank asks the customer on a page of its own first. */
  authenticate?: true;
  decline?: Decline;
  /** The payment succeeds and is disputed at once. */
  dispute?: true;
}

const declined = (declineCode: string, message = 'Your card was declined.', code = 'card_declined'): Decline => ({
  code,
  declineCode,
  message,
});

/** Stripe's well-known test numbers, with the effects they have there. */
export const testCards: readonly TestCard[] = [
  { number: '4242424242424242', brand: 'visa', effect: 'Succeeds' },
  { number: '5555555555554444', brand: 'mastercard', effect: 'Succeeds' },
  { number: '378282246310005', brand: 'amex', effect: 'Succeeds' },
  { number: '4000002500003155', brand: 'visa', effect: 'Asks for authentication', authenticate: true },
  { number: '4000002760003184', brand: 'visa', effect: 'Asks for authentication', authenticate: true },
  {
    number: '4000008400001629',
    brand: 'visa',
    effect: 'Asks for authentication, then is declined',
    authenticate: true,
    decline: declined('generic_decline'),
  },
  { number: '4000000000000002', brand: 'visa', effect: 'Is declined', decline: declined('generic_decline') },
  {
    number: '4000000000009995',
    brand: 'visa',
    effect: 'Is declined: insufficient funds',
    decline: declined('insufficient_funds', 'Your card has insufficient funds.'),
  },
  { number: '4000000000009987', brand: 'visa', effect: 'Is declined: lost', decline: declined('lost_card') },
  {
    number: '4000000000000069',
    brand: 'visa',
    effect: 'Is declined: expired',
    decline: declined('expired_card', 'Your card has expired.', 'expired_card'),
  },
  {
    number: '4000000000000127',
    brand: 'visa',
    effect: 'Is declined: wrong CVC',
    decline: declined('incorrect_cvc', "Your card's security code is incorrect.", 'incorrect_cvc'),
  },
  {
    number: '4000000000000119',
    brand: 'visa',
    effect: 'Is declined: processing error',
    decline: declined(
      'processing_error',
      'An error occurred while processing your card. Try again in a little bit.',
      'processing_error',
    ),
  },
  { number: '4000000000000259', brand: 'visa', effect: 'Succeeds, then is disputed', dispute: true },
];

/** The test card of a number written with or without spaces or dashes. */
export function findTestCard(number: string): TestCard | undefined {
  const digits = number.replaceAll(/[\s-]/g, '');
  return testCards.find((card) => card.number === digits);
}
