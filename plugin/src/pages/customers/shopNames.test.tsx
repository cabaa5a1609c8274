import type { DataQueryRequest } from '@grafana/data';
import { DataSourceWithBackend } from '@grafana/runtime';
import { screen } from '@testing-library/react';
import React from 'react';
import { of } from 'rxjs';
import { setCurrentLanguage } from '../../language/current';
import { frameOf } from '../../panels/churn-score/testing/frames';
import { renderAt } from '../../testing/pages';
import { grafanaWith, ready, sourceSettings } from '../../testing/status';
import { Narrowings } from './Narrowings';
import { usePlace } from './usePlace';
import { useShopNames } from './useShopNames';

let asked: object[];

beforeEach(() => {
  asked = [];
  grafanaWith([sourceSettings('shop')], () => ready());
  jest.spyOn(DataSourceWithBackend.prototype, 'query').mockImplementation(({ targets }: DataQueryRequest) => {
    asked.push(...targets);
    return of({ data: [frameOf('values', [{ value: 'garden_chairs', text: 'Cadeiras de jardim' }])] });
  });
});
afterEach(() => {
  setCurrentLanguage('en');
  jest.restoreAllMocks();
});

const RANGE = { from: 0, to: 1 };

function Chips() {
  const [place, change] = usePlace();
  return <Narrowings place={place} shopNames={useShopNames('shop', place, RANGE)} onChange={change} />;
}

it('tells a category that has no name of ours by what the shop calls it', async () => {
  setCurrentLanguage('pt-BR');
  renderAt('?not-category=garden_chairs&category=health_beauty', <Chips />);
  expect(await screen.findByRole('button', { name: /Cadeiras de jardim/ })).toBeInTheDocument();
  expect(screen.getByRole('button', { name: /Beleza e saúde/ })).toBeInTheDocument();
  expect(asked).toEqual([expect.objectContaining({ kind: 'values', dimension: 'category' })]);
});

it.each([
  ['pt-BR', 'health_beauty', 'Beleza e saúde'],
  ['en', 'garden_chairs', 'Garden chairs'],
])('asks nothing in %s for %s, whose name is known', (language, category, name) => {
  setCurrentLanguage(language);
  renderAt(`?category=${category}`, <Chips />);
  expect(screen.getByRole('button', { name: new RegExp(name) })).toBeInTheDocument();
  expect(asked).toEqual([]);
});
