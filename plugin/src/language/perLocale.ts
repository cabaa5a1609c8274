import { currentLocale } from './current';

/** What `make` makes of the current locale, made once for each: formats of `Intl` are slow to make and quick to use. */
export function perLocale<Made>(make: (locale: string) => Made): (locale?: string) => Made {
  const made = new Map<string, Made>();
  return (locale = currentLocale()) => {
    const known = made.get(locale) ?? make(locale);
    made.set(locale, known);
    return known;
  };
}
