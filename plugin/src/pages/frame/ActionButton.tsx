import { Alert, Button, Stack, Text, type IconName } from '@grafana/ui';
import React, { useState } from 'react';
import { messageOf } from '../../components/status/readStatus';
import { postResource } from './resources';

interface Props {
  uid: string;
  /** The route of the data source's API that does it. */
  path: string;
  icon: IconName;
  label: string;
  /** What it does and does not do, beside the button. */
  note: string;
  /** What is said above the reason when it is refused. */
  failure: string;
  /** Called when it has begun. */
  onBegun: () => void;
}

/** A button that has the backend begin something, with what it says when it refuses. */
export function ActionButton({ uid, path, icon, label, note, failure, onBegun }: Props) {
  const [state, setState] = useState<{ busy: boolean; problem?: string }>({ busy: false });
  const begin = async () => {
    setState({ busy: true });
    try {
      await postResource(uid, path);
      setState({ busy: false });
      onBegun();
    } catch (problem) {
      setState({ busy: false, problem: messageOf(problem) });
    }
  };
  return (
    <Stack direction="column" gap={1}>
      <Stack wrap="wrap" alignItems="center" gap={2}>
        <Button icon={icon} variant="secondary" disabled={state.busy} onClick={begin}>
          {label}
        </Button>
        <Text variant="bodySmall" color="secondary">
          {note}
        </Text>
      </Stack>
      {state.problem !== undefined && (
        <Alert title={failure} severity="error">
          {state.problem}
        </Alert>
      )}
    </Stack>
  );
}
