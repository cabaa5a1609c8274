import { kindIn, type QueryKind } from '@contract';
import { EditorField } from '@grafana/plugin-ui';
import { Combobox } from '@grafana/ui';
import React, { useMemo } from 'react';
import { currentLanguage } from '../../language/current';
import { t } from '../../language/t';
import { changeKind, isKind } from '../query/parameters';
import type { WarehouseQuery } from '../types';

interface Props {
  idPrefix: string;
  kinds: readonly QueryKind[];
  query: WarehouseQuery;
  onChange: (query: WarehouseQuery) => void;
}

/** The question that a query asks, with what each one answers. */
export function KindField({ idPrefix, kinds, query, onChange }: Props) {
  const id = `${idPrefix}-kind`;
  const kind: QueryKind | null = isKind(query.kind) ? query.kind : null;
  const language = currentLanguage();
  const options = useMemo(
    () =>
      kinds.map((value) => {
        const { label, help } = kindIn(language, value);
        return { value, label, description: help };
      }),
    [kinds, language],
  );
  return (
    <EditorField
      label={t('datasource.editor.question', 'Question')}
      tooltip={kind ? kindIn(language, kind).help : t('datasource.editor.questionHelp', 'What to ask.')}
      htmlFor={id}
    >
      <Combobox
        id={id}
        options={options}
        value={kind}
        placeholder={t('datasource.editor.choose', 'Choose a question')}
        width="auto"
        minWidth={24}
        maxWidth={50}
        onChange={(option) => onChange(changeKind(query, option.value))}
      />
    </EditorField>
  );
}
