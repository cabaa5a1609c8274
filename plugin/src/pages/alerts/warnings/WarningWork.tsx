import {
  MAX_NOTE,
  NEXT_WARNING_STATES,
  WARNING_STATES,
  type AlertDetail,
  type WarningChange,
  type WarningState,
} from '@contract';
import { Alert, Button, Field, Stack, Text, TextArea } from '@grafana/ui';
import { css } from '@emotion/css';
import React, { useId, useRef, useState } from 'react';
import { messageOf } from '../../../components/status/readStatus';
import { t } from '../../../language/t';
import { loginOfReader, mayWorkOnWarnings } from '../../frame/role';
import { changeWarning, statusOf } from './api';
import { useKeptFocus } from './useKeptFocus';
import { stateLook, stepText } from './wording';

interface Props {
  uid: string;
  warning: AlertDetail;
  /** Called with the warning as it is after a change. */
  onChanged: (warning: AlertDetail) => void;
  /** Called when somebody else has changed it meanwhile. */
  onOvertaken: () => void;
}

interface Problem {
  message: string;
  overtaken: boolean;
}

/** What can be done with a warning from where it stands, for those who may. */
export function WarningWork(props: Props) {
  if (mayWorkOnWarnings()) return <Work {...props} />;
  return (
    <Text element="p" color="secondary">
      {t('pages.warnings.role', 'Editors and administrators can work on early warnings.')}
    </Text>
  );
}

function Work({ uid, warning, onChanged, onOvertaken }: Props) {
  const id = useId();
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [said, setSaid] = useState('');
  const group = useRef<HTMLDivElement>(null);
  const keepFocus = useKeptFocus(busy, group);
  const written = note.trim();
  const send = async (change: WarningChange) => {
    keepFocus();
    setBusy(true);
    setProblem(undefined);
    setSaid('');
    try {
      const version = warning.version ?? undefined;
      const changed = await changeWarning(uid, warning.id, { ...change, ...(written && { note: written }), version });
      onChanged(changed);
      setSaid(savedText(changed));
      setNote('');
    } catch (failure) {
      const overtaken = statusOf(failure) === 409;
      setProblem({ message: messageOf(failure), overtaken });
      if (overtaken) onOvertaken();
    } finally {
      setBusy(false);
    }
  };
  const me = loginOfReader();
  return (
    <div
      ref={group}
      className={styles.group}
      role="group"
      aria-label={t('pages.warnings.work', 'Work on the early warning')}
      tabIndex={-1}
    >
      {problem && <Refused {...problem} />}
      <span role="status" className={styles.said}>
        {said}
      </span>
      <Field label={t('pages.warnings.note', 'Note for the history')} htmlFor={id} noMargin>
        <TextArea
          id={id}
          rows={2}
          maxLength={MAX_NOTE}
          value={note}
          onChange={({ currentTarget }) => setNote(currentTarget.value)}
        />
      </Field>
      <Stack wrap="wrap" gap={1}>
        {stepsFrom(warning.state).map((state, place) => (
          <Button
            key={state}
            size="sm"
            variant={place === 0 ? 'primary' : 'secondary'}
            disabled={busy}
            onClick={() => send({ state })}
          >
            {stepText(warning.state, state)}
          </Button>
        ))}
        {warning.owner !== me && (
          <Button size="sm" variant="secondary" disabled={busy} onClick={() => send({ owner: me })}>
            {t('pages.warnings.take', 'Make me the owner')}
          </Button>
        )}
        <Button size="sm" variant="secondary" disabled={busy || written === ''} onClick={() => send({})}>
          {t('pages.warnings.only-note', 'Only add the note')}
        </Button>
      </Stack>
    </div>
  );
}

/** What a change has come to, for those who hear the page. */
function savedText({ state, owner }: AlertDetail): string {
  return t('pages.warnings.saved', 'Saved. State: {{state}}. Owner: {{owner}}.', {
    state: stateLook(state).text,
    owner: owner ?? t('pages.warnings.nobody', 'Nobody yet'),
  });
}

const styles = {
  group: css({ display: 'flex', flexDirection: 'column', gap: 12, '&:focus': { outline: 'none' } }),
  // What is said when something was saved is seen in the badge and the history.
  said: css({ position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)' }),
};

/** Where a warning can go, onwards first. */
function stepsFrom(state: WarningState): WarningState[] {
  const isBack = (to: WarningState) => WARNING_STATES.indexOf(to) < WARNING_STATES.indexOf(state);
  return NEXT_WARNING_STATES[state].toSorted((one, other) => Number(isBack(one)) - Number(isBack(other)));
}

function Refused({ message, overtaken }: Problem) {
  return overtaken ? (
    <Alert title={t('pages.warnings.overtaken', 'Somebody else was first')} severity="warning">
      <p>{message}</p>
      {t('pages.warnings.overtaken-hint', 'It is shown as it is now; your note is still here.')}
    </Alert>
  ) : (
    <Alert title={t('pages.warnings.refused', 'The early warning was not changed')} severity="error">
      {message}
    </Alert>
  );
}
