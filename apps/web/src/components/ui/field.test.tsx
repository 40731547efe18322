import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { render } from '#components/test/render.tsx';
import { TextField } from './field.tsx';

test('what is wrong and the hint are both read with the field', () => {
  render(<TextField label="Places" error="At least 1" hint="Without the instructor" optional />);
  const field = screen.getByRole('textbox', {
    name: 'Places (optional)',
    description: 'At least 1 Without the instructor',
  });
  expect(field.getAttribute('aria-invalid')).toBe('true');
});

test('without either, it is described by nothing', () => {
  render(<TextField label="Places" />);
  expect(screen.getByRole('textbox', { name: 'Places' }).hasAttribute('aria-describedby')).toBe(false);
});
