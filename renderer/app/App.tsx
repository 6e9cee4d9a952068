import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddress } from '../commands/address.ts';
import { onCommandFailure } from '../commands/registry.ts';
import { failureOf } from '../state/session.ts';
import { type Session, sessionStore, useSession } from '../state/session-store.ts';
import { ProgressLine } from '../ui/ProgressLine.tsx';
import { Stamp } from '../ui/Stamp.tsx';
import styles from './App.module.css';
import { Choose } from './Choose.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Failed } from './Failed.tsx';
import { Frame } from './Frame.tsx';

const HerstelScreen = lazy(async () => ({ default: (await import('../features/herstel/index.ts')).HerstelScreen }));
const StartScreen = lazy(async () => ({ default: (await import('../features/start/index.ts')).StartScreen }));

onCommandFailure((error) => sessionStore.setState({ error: failureOf(error) }));

/** What is on screen, by the phase of the session. */
export function App() {
  const phase = useSession((session) => session.phase);
  return (
    <ErrorBoundary place={phase}>
      <Suspense fallback={<Starting />}>
        <PhaseScreen phase={phase} />
      </Suspense>
    </ErrorBoundary>
  );
}

function PhaseScreen({ phase }: { readonly phase: Session['phase'] }) {
  const { path } = useAddress();
  if (phase === 'starting') return <Starting />;
  if (phase === 'failed') return <Failed />;
  if (phase === 'recovery') return <HerstelScreen />;
  if (phase === 'first-start') return <StartScreen />;
  if (path[0] === 'nieuw') return <StartScreen wizard />;
  return phase === 'choose' ? <Choose /> : <Frame />;
}

function Starting() {
  const { t } = useTranslation();
  const progress = useSession((session) => session.progress);
  return (
    <main className={styles.centre}>
      <Stamp size="large" />
      <div className={styles.starting}>
        {progress ? (
          <ProgressLine label={t('frame.starting')} done={progress.done} total={progress.total} />
        ) : (
          t('frame.starting')
        )}
      </div>
    </main>
  );
}
