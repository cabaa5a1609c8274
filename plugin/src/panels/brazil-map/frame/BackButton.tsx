import { stateName } from '@contract';
import { Button } from '@grafana/ui';
import React, { forwardRef } from 'react';
import { t } from '../../../language/t';

interface Props {
  /** The state that the map shows. */
  state: string;
  /** Of the panel, in pixels. */
  width: number;
  onBack: () => void;
}

const NAME_FITS = 480;

/** The way back from a state to all of Brazil, with the state's name beside it where there is room. */
export const BackButton = forwardRef<HTMLButtonElement, Props>(function BackButton({ state, width, onBack }, ref) {
  return (
    <>
      <Button
        ref={ref}
        size="sm"
        variant="secondary"
        icon="arrow-left"
        aria-label={t('map.back.label', 'Back to all of Brazil')}
        onClick={onBack}
      >
        {t('map.back.text', 'Brazil')}
      </Button>
      <strong style={{ lineHeight: '24px', whiteSpace: 'nowrap' }}>
        {width >= NAME_FITS ? stateName(state) : state}
      </strong>
    </>
  );
});
