import { render, screen } from '@testing-library/react';
import React from 'react';
import { Message } from './Message';

const messageIn = (height: number) => {
  render(<Message icon="user" title="No customer chosen" width={800} height={height} />);
  return screen.getByRole('status');
};

describe('a message in place of a picture', () => {
  it('fills a panel that a screen shows whole', () => {
    expect(messageIn(300)).toHaveStyle({ width: '800px', height: '300px' });
  });

  it('stands in the upper part of a panel that is higher than a screen', () => {
    expect(messageIn(1_480)).toHaveStyle({ height: '420px' });
  });
});
