import { Field, Input } from '@grafana/ui';
import React, { useEffect, useState } from 'react';
import { t } from '../../language/t';

const EXAMPLE = '5a1c0f5e…';

interface Props {
  /** What the page is about at the moment. */
  value: string;
  onSearch: (text: string) => void;
}

const PAUSE_MS = 300;
const MOST_LETTERS = 64;

/** Takes a customer's id or its beginning; asks after a pause, so that not every letter is a question. */
export function CustomerSearch({ value, onSearch }: Props) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    const wanted = text.trim();
    if (wanted === value) return;
    const timer = setTimeout(() => onSearch(wanted), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, value, onSearch]);
  return (
    <Field
      label={t('pages.customerSearch.label', 'Customer')}
      description={t('pages.customerSearch.help', 'The customer id or its beginning')}
      htmlFor="churnwatch-customer"
      noMargin
    >
      <Input
        id="churnwatch-customer"
        type="search"
        value={text}
        maxLength={MOST_LETTERS}
        width={44}
        placeholder={EXAMPLE}
        autoComplete="off"
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
    </Field>
  );
}
