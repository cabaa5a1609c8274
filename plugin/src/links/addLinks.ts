import { PluginExtensionPoints, type AppPlugin, type PluginExtensionPanelContext } from '@grafana/data';
import { t } from '../language/t';
import { getTemplateSrv } from '@grafana/runtime';
import { pagePath } from '../pages/frame/paths';
import type { AppSettings } from '../pages/settings';
import { customersBehindPanel, type LinkContext } from './customersBehindPanel';

/** As plugin.json names them: Grafana compares the two, and its menus cut titles after 25 letters. */
const TITLE = 'Customers behind this';
const DESCRIPTION = 'The customers that this panel or query of Churnwatch counts, as a list.';

/** Adds the link to the customers behind a number to the menus of panels and to Explore. */
export function addLinks(app: AppPlugin<AppSettings>): AppPlugin<AppSettings> {
  return app
    .addLink<PluginExtensionPanelContext>({
      targets: [PluginExtensionPoints.DashboardPanelMenu],
      ...link,
    })
    .addLink<LinkContext>({ targets: [EXPLORE], ...link });
}

/** Not among the names of Grafana 12.0. */
const EXPLORE = 'grafana/explore/toolbar/action';

const link = {
  title: TITLE,
  description: DESCRIPTION,
  icon: 'users-alt',
  path: pagePath('customers'),
  configure: (context?: LinkContext) => {
    const path = context && customersBehindPanel(context, getTemplateSrv());
    if (path === undefined) return undefined;
    return { path, title: t('links.customers-behind', 'Customers behind this') };
  },
} as const;
