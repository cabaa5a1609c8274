import { render } from '@testing-library/react';
import React from 'react';
import { FitScrolled } from './FitScrolled';

const ROW = 40;
const TOP = 100;

/** A list whose rows begin 60 px below the top of its panel. */
function List({ rows }: { rows: number }) {
  return (
    <div role="region">
      <table>
        <tbody>
          {Array.from({ length: rows }, (_, row) => (
            <tr key={row} data-bottom={TOP + 60 + (row + 1) * ROW} />
          ))}
          <tr aria-hidden="true" />
        </tbody>
      </table>
    </div>
  );
}

/** Parts in a frame that scrolls, one of which is not there on paper. */
function View({ bottoms }: { bottoms: readonly number[] }) {
  return (
    <div role="region" data-bottom={2_000}>
      {bottoms.map((bottom) => (
        <section key={bottom} data-bottom={bottom} />
      ))}
      <section data-screen-only />
    </div>
  );
}

let resized: (() => void)[];
beforeEach(() => {
  resized = [];
  jest.spyOn(window, 'ResizeObserver').mockImplementation((tell) => {
    const observer = { observe: jest.fn(), unobserve: jest.fn(), disconnect: jest.fn() };
    resized.push(() => tell([], observer));
    return observer;
  });
  jest.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockImplementation(function (this: HTMLElement) {
    return { top: TOP, bottom: Number(this.dataset.bottom ?? 0) } as DOMRect;
  });
});
afterEach(() => jest.restoreAllMocks());

it.each([
  ['of few rows asks for all of them', <List key="few" rows={10} />, 60 + 10 * ROW],
  [
    'of many asks for the first, and for the line that says how many more',
    <List key="many" rows={200} />,
    60 + 15 * ROW + 32,
  ],
  ['that is no list asks for its parts, however high its frame is', <View key="view" bottoms={[300, 740, 500]} />, 640],
])('a view %s', (_, view, needed) => {
  const onNeededHeight = jest.fn();
  render(<FitScrolled onNeededHeight={onNeededHeight}>{view}</FitScrolled>);
  for (const tell of resized) tell();
  // At once, and again whenever a size changes.
  expect(onNeededHeight.mock.calls).toEqual([[needed], [needed]]);
});

it.each([
  ['an empty list', <List key="empty" rows={0} />],
  ['what does not scroll', <p key="text">No scores</p>],
])('%s asks for nothing', (_, view) => {
  const onNeededHeight = jest.fn();
  render(<FitScrolled onNeededHeight={onNeededHeight}>{view}</FitScrolled>);
  for (const tell of resized) tell();
  expect(onNeededHeight).not.toHaveBeenCalled();
});
