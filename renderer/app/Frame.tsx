import { Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '#shared/dates/civil.ts';
import { goTo, useAddress } from '../commands/address.ts';
import { useCommands } from '../commands/registry.ts';
import { useShortcuts } from '../commands/useShortcuts.ts';
import { useAdministration } from '../db/read/hooks.ts';
import { useSession } from '../state/session-store.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { FileDrop } from './FileDrop.tsx';
import styles from './Frame.module.css';
import { FrameNotices } from './FrameNotices.tsx';
import { useFrameCommands } from './frame-commands.ts';
import { JobIndicator } from './JobIndicator.tsx';
import { Palette } from './Palette.tsx';
import { Rail } from './Rail.tsx';
import { routeOf, type ScreenName, type ScreenParams, screens } from './routes.ts';
import { ShortcutSheet } from './ShortcutSheet.tsx';
import { TopBar } from './TopBar.tsx';
import { UndoToast } from './UndoToast.tsx';

/** Rail, top bar and the screen of the address, with what stands over all screens. */
export function Frame() {
  const { t } = useTranslation();
  useShortcuts();
  useCommands(useFrameCommands());
  const address = useAddress();
  const book = useSession((session) => session.book);
  const { screen, params } = routeOf(address);
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    document.title = screen ? `${t(`frame.nav.${screen}`)} – Voldaan` : 'Voldaan';
  }, [screen, t]);
  const place = address.path.join('/');
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another place is shown
  useEffect(() => {
    // What had the keyboard may be gone with the last screen, and a screen that takes it by itself does so at once.
    const later = setTimeout(() => {
      if (document.activeElement === document.body) main.current?.focus({ preventScroll: true });
    }, 150);
    return () => clearTimeout(later);
  }, [place]);
  return (
    <div className={styles.frame}>
      <button type="button" className={styles.skip} onClick={() => main.current?.focus()}>
        {t('frame.skip')}
      </button>
      <Rail current={screen} />
      <TopBar />
      <main ref={main} className={styles.main} tabIndex={-1}>
        <PrintHeader />
        <FrameNotices />
        <div className={styles.screen}>
          <ErrorBoundary place={`${book} ${address.path.join('/')}`}>
            <Suspense fallback={null}>
              {screen ? <ScreenOf key={book} name={screen} params={params} /> : <NotFound />}
            </Suspense>
          </ErrorBoundary>
        </div>
        <JobIndicator screen={screen} />
      </main>
      <FileDrop />
      <Palette />
      <ShortcutSheet />
      <UndoToast />
    </div>
  );
}

function ScreenOf({ name, params }: { readonly name: ScreenName; readonly params: ScreenParams }) {
  const Screen = screens[name];
  return <Screen {...params} />;
}

function NotFound() {
  const { t } = useTranslation();
  return (
    <EmptyState
      title={t('frame.notFound.title')}
      text={t('frame.notFound.text')}
      action={
        <button type="button" className={styles.link} onClick={() => goTo('#/vandaag')}>
          {t('frame.notFound.action')}
        </button>
      }
    />
  );
}

/** Stands above every printed list: whose it is and of which day. */
function PrintHeader() {
  const { t } = useTranslation();
  const name = useAdministration()?.name ?? '';
  const today = useSession((session) => session.today);
  return <p className="print-only">{today && t('frame.printedOn', { name, date: formatDate(today) })}</p>;
}
