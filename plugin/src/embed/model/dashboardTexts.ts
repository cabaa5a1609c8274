import type { DashboardTexts } from '@contract';
import { currentLanguage } from '../../language/current';

/** The texts of dashboards in the page's language; none in English, in which they are written. */
export async function dashboardTexts(): Promise<DashboardTexts> {
  if (currentLanguage() === 'en') return {};
  // A page in two languages is better than none.
  return import('../locales/dashboards.pt-BR.json').then(
    (texts) => texts.default,
    () => ({}),
  );
}
