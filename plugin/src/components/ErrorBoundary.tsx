import { Alert, Button } from '@grafana/ui';
import React, { Component, type ComponentType, type ReactNode } from 'react';

interface Props {
  /** What is shown inside, as the beginning of a sentence: "The query editor". */
  what: string;
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
    if (!error) return this.props.children;
    return (
      <Alert title={`${this.props.what} could not be shown`} severity="error">
        <p>{error.message}</p>
        <Button size="sm" variant="secondary" onClick={() => this.setState({ error: undefined })}>
          Try again
        </Button>
      </Alert>
    );
  }
}

/** The component inside an error boundary. */
export function withBoundary<P extends object>(Inner: ComponentType<P>, what: string): ComponentType<P> {
  function Bounded(props: P) {
    return (
      <ErrorBoundary what={what}>
        <Inner {...props} />
      </ErrorBoundary>
    );
  }
  Bounded.displayName = `Bounded(${what})`;
  return Bounded;
}
