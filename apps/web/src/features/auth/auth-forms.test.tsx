import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { render } from '#components/test/render.tsx';
import { createQueryClient } from '#lib/api/query-client.ts';
import { keepEmail } from './kept-email.ts';
import { SignInForm } from './sign-in-form.tsx';
import { SignUpForm } from './sign-up-form.tsx';

vi.mock('#i18n/navigation.ts', () => ({
  Link: (props: object) => <a {...props} />,
  useRouter: () => ({ replace: vi.fn() }),
}));

const NEXT = '/bookings';
const EMAIL = 'anna@example.org';

const password = () => screen.getByLabelText<HTMLInputElement>('Password');
const email = () => screen.getByLabelText<HTMLInputElement>('E-mail');

beforeEach(() => keepEmail(''));

/** The API refuses whatever is sent. */
function refuse(status: number, problem: { code: string; errors?: object[] }, headers = {}) {
  const body = JSON.stringify({ title: 'Refused', detail: 'Refused', status, ...problem });
  vi.stubGlobal('fetch', async () => new Response(body, { status, headers }));
}

function renderSignIn() {
  render(
    <QueryClientProvider client={createQueryClient()}>
      <SignInForm next={NEXT} />
    </QueryClientProvider>,
  );
}

async function trySignIn() {
  renderSignIn();
  await userEvent.type(email(), EMAIL);
  await userEvent.type(password(), 'some words');
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
  return await screen.findByRole('alert');
}

async function trySignUp() {
  render(
    <QueryClientProvider client={createQueryClient()}>
      <SignUpForm next={NEXT} />
    </QueryClientProvider>,
  );
  await userEvent.type(screen.getByLabelText('Name'), 'Anna');
  await userEvent.type(email(), EMAIL);
  await userEvent.type(password(), 'some words of mine');
  await userEvent.click(screen.getByRole('button', { name: 'Create account' }));
}

test('after a wrong password only the password has to be typed again', async () => {
  refuse(401, { code: 'invalid_credentials' });
  expect((await trySignIn()).textContent).toBe('E-mail or password is wrong.');
  expect(email().value).toBe(EMAIL);
  await waitFor(() => expect(document.activeElement).toBe(password()));
  expect(password().value).toBe('');
});

test('too many attempts: says when to come back, and keeps what was typed', async () => {
  refuse(429, { code: 'rate_limited' }, { 'retry-after': '754' });
  expect((await trySignIn()).textContent).toBe('Too many attempts. Try again in 13 minutes.');
  expect(password().value).toBe('some words');
});

test('whoever has an account finds their e-mail at the sign-in', async () => {
  refuse(409, { code: 'email_taken' });
  await trySignUp();
  const link = await screen.findByRole('link', { name: 'Sign in with it' });
  expect(link.getAttribute('href')).toBe('/sign-in?next=%2Fbookings');
  cleanup();
  renderSignIn();
  expect(email().value).toBe(EMAIL);
  await waitFor(() => expect(document.activeElement).toBe(password()));
});

test('a password that is too easy is said at its field, which gets the cursor', async () => {
  refuse(400, { code: 'validation_failed', errors: [{ field: 'password', message: 'is one of the first' }] });
  await trySignUp();
  await waitFor(() => expect(password().getAttribute('aria-invalid')).toBe('true'));
  expect(screen.getByText(/^This is too easy to guess/)).toBeDefined();
  await waitFor(() => expect(document.activeElement).toBe(password()));
  expect(screen.queryByRole('alert')).toBeNull();
});
