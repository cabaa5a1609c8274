import type { InLanguages, Language } from '@contract';
import { ToolbarButton } from '@grafana/ui';
import React from 'react';
import { currentLanguage } from '../../language/current';
import { chooseLanguage } from '../host/language';

interface Offer {
  language: Language;
  short: string;
  label: string;
}

/** What each language's page offers: the other one, in words of that one, for whoever landed on the wrong page. */
const OFFERS: InLanguages<Offer> = {
  en: { language: 'pt-BR', short: 'PT', label: 'Mudar para português' },
  'pt-BR': { language: 'en', short: 'EN', label: 'Switch to English' },
};

/** Switches between English and Portuguese. What is read aloud begins with what is seen, for those who speak to pages. */
export function LanguageSwitch() {
  const { language, short, label } = OFFERS[currentLanguage()];
  const called = `${short}: ${label}`;
  return (
    <ToolbarButton tooltip={label} aria-label={called} lang={language} onClick={() => chooseLanguage(language)}>
      {short}
    </ToolbarButton>
  );
}
