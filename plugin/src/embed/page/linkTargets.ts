import { textUtil } from '@grafana/data';
import type { DashboardSummary } from '../api/dashboards';
import type { DashboardLink } from '../model/dashboard';
import { boundsForUrl } from '../time/dataRange';
import { allVariables, type Scope } from '../variables/replace';
import type { DashboardScope } from './dashboardScope';

export interface LinkTarget {
  href: string;
  title: string;
  tooltip: string;
  /** Opens in a tab of its own. */
  external: boolean;
}

type Carried = Pick<DashboardLink, 'keepTime' | 'includeVars'>;

/** Where the links at a dashboard's head lead; one by tags becomes one for each other dashboard that has them all. */
export function linksOf(
  links: readonly DashboardLink[],
  dashboards: readonly DashboardSummary[],
  scope: Pick<DashboardScope, 'replace'> & Scope,
): LinkTarget[] {
  return links.flatMap((link) => {
    const { tooltip, targetBlank: external } = link;
    if (link.type === 'link') {
      const href = carry(scope.replace(link.url, {}, 'uriencode'), link, scope);
      return [{ href: textUtil.sanitizeUrl(href), title: scope.replace(link.title, {}, 'text'), tooltip, external }];
    }
    return dashboards
      .filter(({ uid, tags }) => uid !== scope.dashboard.uid && link.tags.every((tag) => tags.includes(tag)))
      .map(({ uid, title }) => ({
        href: carry(`/d/${encodeURIComponent(uid)}`, link, scope),
        title,
        tooltip,
        external,
      }));
  });
}

/** The address with the time range and the variables that it is to carry. */
export function carry(href: string, { keepTime, includeVars }: Carried, scope: Scope): string {
  const parts = [
    keepTime ? new URLSearchParams(boundsForUrl(scope.range)).toString() : '',
    includeVars ? allVariables(scope) : '',
  ].filter((part) => part !== '');
  if (parts.length === 0) return href;
  return `${href}${href.includes('?') ? '&' : '?'}${parts.join('&')}`;
}
