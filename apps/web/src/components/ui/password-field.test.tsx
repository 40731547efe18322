import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { render } from '#components/test/render.tsx';
import { PasswordField } from './password-field.tsx';

test('what is typed can be seen and hidden again', async () => {
  render(<PasswordField label="Password" />);
  const field = screen.getByLabelText('Password');
  const toggle = screen.getByRole('button', { name: 'Show password', pressed: false });
  await userEvent.type(field, 'mat');
  expect(field.getAttribute('type')).toBe('password');
  await userEvent.click(toggle);
  expect(field.getAttribute('type')).toBe('text');
  await userEvent.click(screen.getByRole('button', { name: 'Show password', pressed: true }));
  expect(field.getAttribute('type')).toBe('password');
  expect(field).toHaveProperty('value', 'mat');
});
