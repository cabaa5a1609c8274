import { useRef, useState, type RefObject } from 'react';
import { t } from '../../../language/t';
import type { WarehouseQuery } from '../../types';
import type { CodeHandle } from './codeHandle';
import { isSql } from './sqlQueries';

interface Props {
  query: WarehouseQuery;
  onChange: (query: WarehouseQuery) => void;
  onRunQuery: () => void;
}

export interface Statement {
  /** The editor in which it is written. */
  code: RefObject<CodeHandle>;
  /** Keeps this text in the query, without running it. */
  commit: (text: string) => void;
  /** Keeps what is written and runs it. */
  run: () => void;
  /** Breaks and indents the lines of what is written. */
  format: () => Promise<void>;
  /** Why it could not be formatted, until it is tried again or changed. */
  problem?: string;
}

/** What can be done with the statement of a query while it is written. */
export function useStatement({ query, onChange, onRunQuery }: Props): Statement {
  const code = useRef<CodeHandle>(null);
  const [problem, setProblem] = useState<string>();

  const commit = (text: string) => {
    if (!isSql(query) || text === (query.rawSql ?? '')) return;
    setProblem(undefined);
    onChange({ ...query, rawSql: text });
  };

  return {
    code,
    commit,
    run: () => {
      if (code.current) commit(code.current.read());
      onRunQuery();
    },
    format: async () => {
      const written = code.current?.read() ?? '';
      try {
        // Loaded when it is first asked for: a formatter weighs more than the rest of the editor.
        const { formatStatement } = await import('../../statement/formatStatement');
        const formatted = formatStatement(written);
        setProblem(undefined);
        // Whoever went on writing meanwhile keeps what they wrote.
        if (code.current?.read() === written && formatted !== written) {
          code.current.replace(formatted);
          commit(formatted);
        }
      } catch (failure) {
        setProblem(
          failure instanceof Error
            ? failure.message
            : t('datasource.sql.unformatted', 'The statement could not be formatted.'),
        );
      }
    },
    problem,
  };
}
