import { Alert, Button } from '@grafana/ui';
import React, { Component, type ComponentType, type ReactNode } from 'react';
import { t } from '../language/t';

interface Props {
  /** Says what is shown inside, as the beginning of a sentence: "The query editor"; a function where it follows the language. */
  what: string | (() => string);
  children: ReactNode;
}

interface State {
  error?: Error;
}

/** Shows a message with a way on in place of a part that failed, and keeps the failure from what surrounds it. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = {};

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    const { what } = this.props;
    if (!error) return this.props.children;
    return (
      <Alert
        title={t('components.boundary.failed', '{{what}} could not be shown', {
          what: typeof what === 'string' ? what : what(),
        })}
        severity="error"
      >
        <p>{error.message}</p>
        <Button size="sm" variant="secondary" onClick={() => this.setState({ error: undefined })}>
          {t('components.boundary.retry', 'Try again')}
        </Button>
      </Alert>
    );
  }
}

/** The component inside an error boundary. */
export function withBoundary<P extends object>(
  Inner: ComponentType<P>,
  what: string | (() => string),
): ComponentType<P> {
  function Bounded(props: P) {
    return (
      <ErrorBoundary what={what}>
        <Inner {...props} />
      </ErrorBoundary>
    );
  }
  Bounded.displayName = `Bounded(${Inner.displayName ?? Inner.name})`;
  return Bounded;
}
