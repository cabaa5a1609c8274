import type { InLanguages, Language } from './language';

interface Notation {
  months: readonly string[];
  write: (date: number, month: string, year: string) => string;
}

const NOTATIONS: InLanguages<Notation> = {
  en: {
    months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
    write: (date, month, year) => `${month} ${date}, ${year}`,
  },
  'pt-BR': {
    months: ['jan.', 'fev.', 'mar.', 'abr.', 'mai.', 'jun.', 'jul.', 'ago.', 'set.', 'out.', 'nov.', 'dez.'],
    write: (date, month, year) => `${date} de ${month} de ${year}`,
  },
};

/** A day (`YYYY-MM-DD`) as sentences of the language write it: `Aug 28, 2018`, `28 de ago. de 2018`. */
export function writtenDay(day: string, language: Language): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const { months, write } = NOTATIONS[language];
  return write(Number(date), months[Number(month) - 1] ?? month, year);
}
