import { translateDashboard, type DashboardTexts } from '@contract';
import { useEffect, useMemo, useState } from 'react';
import { dashboardTexts } from '../../embed/model/dashboardTexts';
import { currentLanguage } from '../../language/current';
import type { DashboardModel } from './model';

const NONE: DashboardTexts = {};

/** The dashboard, written in English, in the reader's language; undefined until its texts are there. */
export function useTranslated(dashboard: DashboardModel): DashboardModel | undefined {
  const [texts, setTexts] = useState(currentLanguage() === 'en' ? NONE : undefined);
  useEffect(() => {
    let stays = true;
    if (!texts) void dashboardTexts().then((loaded) => stays && setTexts(loaded));
    return () => {
      stays = false;
    };
  }, [texts]);
  // Texts take the place of texts: the shape stays.
  return useMemo(() => texts && (translateDashboard(dashboard, texts) as DashboardModel), [dashboard, texts]);
}
