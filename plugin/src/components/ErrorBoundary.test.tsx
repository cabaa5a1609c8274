import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { withBoundary } from './ErrorBoundary';

let failure: unknown;

function Fragile({ text }: { text: string }) {
  if (failure !== undefined) throw failure;
  return <p>{text}</p>;
}

const Bounded = withBoundary(Fragile, 'The picture');

beforeEach(() => {
  failure = undefined;
  // React reports every caught error to the console.
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => jest.restoreAllMocks());

describe('a part inside an error boundary', () => {
  it('is shown as it is while it works', () => {
    render(<Bounded text="fine" />);
    expect(screen.getByText('fine')).toBeVisible();
  });

  it.each([
    [new Error('no such field'), 'no such field'],
    ['plain text', 'plain text'],
  ])('is replaced by a message when it fails with %s', (thrown, message) => {
    failure = thrown;
    render(
      <>
        <Bounded text="fine" />
        <p>neighbour</p>
      </>,
    );
    expect(screen.getByRole('alert', { name: 'The picture could not be shown' })).toHaveTextContent(message);
    expect(screen.getByText('neighbour')).toBeVisible();
  });

  it('shows no stack trace', () => {
    failure = new Error('no such field');
    const { container } = render(<Bounded text="fine" />);
    expect(container.textContent).not.toMatch(/\bat \w|\.tsx/);
  });

  it('can be tried again', async () => {
    failure = new Error('for now');
    render(<Bounded text="fine" />);
    failure = undefined;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(screen.getByText('fine')).toBeVisible();
  });
});
