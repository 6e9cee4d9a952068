import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../host/client.ts';
import { Notice } from '../ui/Notice.tsx';

interface ErrorBoundaryProps {
  /** A change of place gives a broken screen another chance. */
  readonly place: string;
  readonly children: ReactNode;
}

interface State {
  readonly error: Error | null;
  readonly place: string;
}

/** Keeps the frame standing when a screen breaks, and says so in words. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, State> {
  override state: State = { error: null, place: this.props.place };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  static getDerivedStateFromProps(props: ErrorBoundaryProps, state: State): Partial<State> | null {
    return props.place === state.place ? null : { error: null, place: props.place };
  }

  override componentDidCatch(error: Error): void {
    void call('log.write', { level: 'error', event: 'screen-broke', params: { name: error.name } });
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    return <Crash error={error} onRetry={() => this.setState({ error: null })} />;
  }
}

function Crash({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }) {
  const { t } = useTranslation();
  return (
    <div style={{ padding: 24 }}>
      <Notice
        tone="broken"
        title={t('frame.crash.title')}
        kept={t('frame.crash.kept')}
        todo={t('frame.crash.todo')}
        details={`${error.name}: ${error.message}\n${error.stack ?? ''}`}
        action={
          <Button size="compact-sm" variant="default" onClick={onRetry}>
            {t('common.retry')}
          </Button>
        }
      />
    </div>
  );
}
