import type { Language, Notice, Text } from '../../contract';
import type { Row, SqlParameters } from '../../warehouse/engine';

/** Where early warnings are read from: the store of events of this warehouse. */
export interface WarningSource {
  /** Row objects of a query over the store's tables: times as RFC 3339 text, integers as numbers. */
  rows(sql: string, parameters?: SqlParameters): Promise<Row[]>;
  /** Changes whenever a warning is made or changed. */
  lastSeq(): Promise<number>;
}

/** The source; or why there is none just now, for people. */
export type WarningAccess = { source: WarningSource } | { missing: Text };

/** Where nobody keeps early warnings. */
export const NO_WARNINGS: WarningAccess = {
  missing: { en: 'No early warnings are kept here.', 'pt-BR': 'Nenhum alerta antecipado é guardado aqui.' },
};

/** Says why there are none to show. */
export const missingNotice = (text: Text, language: Language): Notice => ({
  severity: 'warning',
  text: text[language],
});
