import React from 'react';
import { useSearchParams } from 'react-router-dom';
import { t } from '../../../language/t';
import { Section } from '../../frame/Section';
import { readFilter, writeFilter } from './filter';
import { ListedWarnings } from './ListedWarnings';
import { WarningFilters } from './WarningFilters';

/** The early warnings of a data source, newest first. The address says which, and which one is open (`?warning=`). */
export function Warnings({ uid }: { uid: string }) {
  const [address, setAddress] = useSearchParams();
  const filter = readFilter(address);
  const open = (id: string | null) => {
    const changed = new URLSearchParams(address);
    changed.delete('warning');
    if (id !== null) changed.set('warning', id);
    setAddress(changed, { replace: true });
  };
  return (
    <Section title={t('pages.warnings.title', 'Early warnings')}>
      <WarningFilters
        filter={filter}
        onChange={(changed) => setAddress(writeFilter(address, { ...filter, ...changed }), { replace: true })}
      />
      <ListedWarnings
        key={writeFilter(new URLSearchParams(), filter).toString()}
        {...{ uid, filter }}
        opened={address.get('warning')}
        onOpen={open}
      />
    </Section>
  );
}
