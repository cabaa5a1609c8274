import { render, screen } from '@testing-library/react';
import React from 'react';
import { expectAccessible } from '../../testing/accessibility';
import { SignedIn } from './SignedIn';

const answers = (status: number, body: unknown) => {
  const fetched = jest.fn(async () => ({ ok: status < 400, status, json: async () => body }));
  Object.assign(global, { fetch: fetched });
  return fetched;
};

it('names who is signed in and with which role, and signs them out by the server’s own form', async () => {
  answers(200, { name: 'ana', role: 'operator' });
  const { container } = render(<SignedIn />);
  const button = await screen.findByRole('button', { name: 'Signed in as ana (operator): sign out' });
  expect(button).toHaveAttribute('type', 'submit');
  expect(button.closest('form')).toHaveAttribute('action', '/sign-out');
  expect(button.closest('form')).toHaveAttribute('method', 'post');
  expect(screen.getByText('ana')).toBeVisible();
  await expectAccessible(container);
});

it.each([
  ['nobody needs to sign in', 200, { name: null, role: null }],
  ['the server does not know who asks', 404, { error: 'Not found.' }],
  ['the answer is something else', 200, 'ana'],
])('shows nothing where %s', async (_case, status, body) => {
  const fetched = answers(status, body);
  const { container } = render(<SignedIn />);
  await Promise.all(fetched.mock.results.map(({ value }) => value));
  await Promise.resolve();
  expect(fetched).toHaveBeenCalledTimes(1);
  expect(container).toBeEmptyDOMElement();
});
