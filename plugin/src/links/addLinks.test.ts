import { AppPlugin, type PluginExtensionAddedLinkConfig } from '@grafana/data';
import { setTemplateSrv } from '@grafana/runtime';
import manifest from '../plugin.json';
import portuguese from './locales/pt-BR.json';
import { addLinks } from './addLinks';

const links = (): PluginExtensionAddedLinkConfig[] => addLinks(new AppPlugin()).addedLinkConfigs;

describe('the links that the app adds to Grafana', () => {
  it('are those that plugin.json tells', () => {
    const [told] = manifest.extensions.addedLinks;
    expect(links().flatMap(({ targets }) => targets)).toEqual(told?.targets);
    for (const { title, description } of links())
      expect({ title, description }).toEqual({ title: told?.title, description: told?.description });
  });

  it('have titles that no menu of Grafana cuts: those have 25 letters at most', () => {
    for (const title of [...links().map((link) => link.title), ...Object.values(portuguese.links)])
      expect(title.length).toBeLessThanOrEqual(25);
  });

  it('are shown only where they lead somewhere', () => {
    setTemplateSrv({
      getVariables: () => [],
      replace: (text = '') => text,
      containsTemplate: () => false,
      updateTimeRange: () => undefined,
    });
    const datasource = { type: 'churnwatch-warehouse-datasource', uid: 'shop' };
    const context = { timeRange: { from: 'now-1d', to: 'now' }, targets: [{ refId: 'A', kind: 'sales', datasource }] };
    for (const { configure } of links()) {
      expect(configure?.(context)).toMatchObject({ path: expect.stringContaining('source=shop') });
      expect(configure?.({ ...context, targets: [] })).toBeUndefined();
      expect(configure?.(undefined)).toBeUndefined();
    }
  });
});
