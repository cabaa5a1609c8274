import { FILTER_SPECS } from '@contract';
import { render, screen } from '@testing-library/react';
import React from 'react';
import { setCurrentLanguage } from '../../language/current';
import { giveElementsSize } from '../../testing/layout';
import { datasourceWith } from '../testing/datasources';
import { FilterInput } from './FilterInput';

const CATEGORY = FILTER_SPECS.find(({ name }) => name === 'category');

beforeEach(() => giveElementsSize(400, 800));
afterEach(() => {
  setCurrentLanguage('en');
  jest.restoreAllMocks();
});

function renderWith(values: string[]) {
  if (!CATEGORY) throw new Error('There is no filter of categories.');
  const datasource = datasourceWith();
  const listed = jest
    .spyOn(datasource, 'listValues')
    .mockResolvedValue([{ value: 'garden_chairs', text: 'Cadeiras de jardim' }]);
  const ignore = () => undefined;
  render(
    <FilterInput
      id="x"
      spec={CATEGORY}
      label="Categoria"
      list="filters"
      {...{ values, datasource }}
      onList={ignore}
      onValues={ignore}
    />,
  );
  return listed;
}

it('tells the chosen categories by what the shop calls them, where they have no name of ours', async () => {
  setCurrentLanguage('pt-BR');
  renderWith(['garden_chairs']);
  expect(await screen.findByText('Cadeiras de jardim')).toBeInTheDocument();
});

it.each([
  ['pt-BR', ['health_beauty', '$category']],
  ['en', ['garden_chairs']],
])('loads nothing in %s for %j before the list is opened', (language, values) => {
  setCurrentLanguage(language);
  expect(renderWith(values)).not.toHaveBeenCalled();
});
