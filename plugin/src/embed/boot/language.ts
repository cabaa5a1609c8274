import type { Language } from '@contract';
import type { Resources } from '@grafana/i18n';

/** The texts of all that the viewer shows. Only those who read Portuguese load them. */
const PORTUGUESE: readonly (() => Promise<{ default: Resources }>)[] = [
  () => import('../locales/pt-BR.json'),
  () => import('../locales/grafana.pt-BR.json'),
  () => import('../frame/locales/pt-BR.json'),
  () => import('../../components/locales/pt-BR.json'),
  () => import('../../format/locales/pt-BR.json'),
  () => import('../../panels/brazil-map/locales/pt-BR.json'),
  () => import('../../panels/churn-score/locales/pt-BR.json'),
  () => import('../../panels/cohorts/locales/pt-BR.json'),
  () => import('../../panels/lifecycle/locales/pt-BR.json'),
  () => import('../../panels/rfm-segments/locales/pt-BR.json'),
  () => import('../../panels/sales-forecast/locales/pt-BR.json'),
  () => import('../../panels/segment-movement/locales/pt-BR.json'),
  () => import('../../panels/value-at-risk/locales/pt-BR.json'),
];

/** The texts in this language; none for English, which stands in the code, and none when they cannot be loaded. */
export async function loadTexts(language: Language): Promise<Resources[]> {
  if (language === 'en') return [];
  const loaded = await Promise.allSettled(PORTUGUESE.map((load) => load()));
  return loaded.flatMap((one) => (one.status === 'fulfilled' ? [one.value.default] : []));
}
