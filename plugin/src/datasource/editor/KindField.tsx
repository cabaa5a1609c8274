import { KIND_SPECS, type QueryKind } from '@contract';
import { EditorField } from '@grafana/plugin-ui';
import { Combobox } from '@grafana/ui';
import React, { useMemo } from 'react';
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
  const options = useMemo(
    () => kinds.map((value) => ({ value, label: KIND_SPECS[value].label, description: KIND_SPECS[value].help })),
    [kinds],
  );
  return (
    <EditorField label="Question" tooltip={kind ? KIND_SPECS[kind].help : 'What to ask.'} htmlFor={id}>
      <Combobox
        id={id}
        options={options}
        value={kind}
        placeholder="Choose a question"
        width="auto"
        minWidth={24}
        maxWidth={50}
        onChange={(option) => onChange(changeKind(query, option.value))}
      />
    </EditorField>
  );
}
