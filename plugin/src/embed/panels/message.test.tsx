import { render, screen } from '@testing-library/react';
import React from 'react';
import { Message } from './message';

const message = (height?: number) =>
  render(
    <Message role="alert" height={height} icon={<i data-testid="icon" />}>
      There is no churn model.
    </Message>,
  );

it.each([undefined, 130, 400])('has an icon above its words in a panel %s px high', (height) => {
  message(height);
  expect(screen.getByTestId('icon')).toBeInTheDocument();
  expect(screen.getByRole('alert')).toHaveTextContent('There is no churn model.');
});

it('keeps the room of a low panel for its words', () => {
  message(80);
  expect(screen.queryByTestId('icon')).toBeNull();
  expect(screen.getByRole('alert')).toHaveTextContent('There is no churn model.');
});
