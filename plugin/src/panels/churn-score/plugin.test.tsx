import { FieldConfigProperty } from '@grafana/data';
import { screen } from '@testing-library/react';
import { offerEditors, renderPanel } from '../../testing/panel';
import { plugin } from './plugin';
import { DEFAULT_OPTIONS, type ChurnScoreOptions } from './options';
import { loaded, scoreFrames } from './testing/frames';

offerEditors('radio', 'multi-select', 'number', 'text');

const show = (options: ChurnScoreOptions) => renderPanel(plugin, loaded(scoreFrames()), options);

describe('the panel plugin', () => {
  it('works at once with its defaults', () => {
    expect(plugin.defaults).toEqual(DEFAULT_OPTIONS);
    show(DEFAULT_OPTIONS);
    expect(screen.getByRole('heading', { name: 'Why this score' })).toBeVisible();
  });

  it('leads to the customer by the link that is set', () => {
    show({ ...DEFAULT_OPTIONS, customerLink: '/c?id=${__value}' });
    expect(screen.getByRole('link', { name: '5a1c0f5e…' })).toHaveAttribute(
      'href',
      '/c?id=5a1c0f5e3b7d4926a8e0c1f2d3b4a596',
    );
  });

  it('offers no what-ifs where Grafana does not say what was asked', () => {
    show(DEFAULT_OPTIONS);
    expect(screen.queryByRole('heading', { name: 'What if?' })).not.toBeInTheDocument();
  });

  it('offers links, and no standard option that means nothing here', () => {
    expect(plugin.fieldConfigRegistry.list().map(({ id }) => id)).toEqual([FieldConfigProperty.Links]);
  });
});
