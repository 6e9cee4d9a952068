import { Button, Drawer, Popover } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, type SyntheticEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Explanation } from '#shared/law/explanation.ts';
import type { Currency } from '#shared/money/cents.ts';
import styles from './Explain.module.css';
import { keepEscape } from './keep-escape.ts';
import { type InterestSpecification, interestLineCount, LawExplanation } from './LawExplanation.tsx';

export interface ExplainProps {
  /** The figure that is explained; becomes the button. */
  readonly children: ReactNode;
  /** What the figure is: "Rente". */
  readonly title: string;
  /** Whom or what it concerns; on paper the specification stands alone. */
  readonly about?: string;
  readonly steps: Explanation;
  readonly interest?: InterestSpecification | null;
  readonly currency?: Currency;
}

/** Lines that fit the popover; a longer specification gets the wide panel. */
const mostLines = 8;

/** What is left beside the figure on screen is what the explanation scrolls in. */
function fitRoom({
  availableHeight,
  elements,
}: {
  availableHeight: number;
  elements: { floating: HTMLElement };
}): void {
  elements.floating.style.setProperty('--room', `${Math.round(availableHeight)}px`);
}

/** Escape closes what floats, and the screen beneath does not hear it. */
function onEscape(close: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    keepEscape(event);
    if (event.key === 'Escape') close();
  };
}

/** Uitleg: where a computed figure comes from (criterion B3). Opens beside the figure, a long specification in a panel that prints. */
export function Explain(props: ExplainProps) {
  const { children, title } = props;
  const { t } = useTranslation();
  const button = useRef<HTMLButtonElement>(null);
  const [shown, setShown] = useState<'popover' | 'panel' | null>(null);
  const close = () => {
    setShown(null);
    // After what held the focus is gone.
    setTimeout(() => button.current?.focus());
  };
  // The click that would close what is open beside the button is the button's own.
  const ownPress = (event: SyntheticEvent) => {
    if (shown) event.stopPropagation();
  };
  return (
    <span className={styles.anchor}>
      <button
        ref={button}
        type="button"
        className={styles.trigger}
        title={t('common.explainShort')}
        aria-haspopup="dialog"
        aria-expanded={shown !== null}
        onMouseDown={ownPress}
        onTouchStart={ownPress}
        onClick={() => (shown ? close() : setShown('popover'))}
      >
        {children}
        <span className="visually-hidden">{t('common.explain', { what: title })}</span>
      </button>
      {/* Nothing is mounted until it is asked for: a table can hold hundreds of these. */}
      {shown === 'popover' && (
        <Beside {...props} onClose={close} onLeave={() => setShown(null)} onPanel={() => setShown('panel')} />
      )}
      {shown === 'panel' && <Panel {...props} onClose={close} />}
    </span>
  );
}

interface BesideProps extends ExplainProps {
  readonly onClose: () => void;
  /** The user went elsewhere; the focus stays there. */
  readonly onLeave: () => void;
  readonly onPanel: () => void;
}

function Beside({ title, steps, interest = null, currency = 'EUR', onClose, onLeave, onPanel }: BesideProps) {
  const { t } = useTranslation();
  const id = useId();
  const lines = interest ? interestLineCount(interest) : 0;
  return (
    <Popover
      opened
      onChange={(opened) => opened || onLeave()}
      closeOnEscape={false}
      withRoles={false}
      width={lines > 0 ? 460 : 400}
      position="bottom-end"
      middlewares={{ flip: true, shift: true, size: { padding: 12, apply: fitRoom } }}
      shadow="sm"
      withinPortal
      trapFocus
    >
      <Popover.Target>
        <span className={styles.here} />
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-labelledby={id} onKeyDown={onEscape(onClose)}>
        <div className={styles.head}>
          <h2 id={id}>{title}</h2>
          {lines > 0 && (
            <Button variant="subtle" size="compact-sm" onClick={onPanel}>
              {t('common.specification.show', { count: lines })}
            </Button>
          )}
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key */}
        <section className={styles.scroll} aria-labelledby={id} tabIndex={0} data-autofocus>
          <LawExplanation steps={steps} interest={interest} currency={currency} brief={lines > mostLines} />
        </section>
      </Popover.Dropdown>
    </Popover>
  );
}

function Panel({
  title,
  about,
  steps,
  interest = null,
  currency = 'EUR',
  onClose,
}: ExplainProps & Pick<BesideProps, 'onClose'>) {
  const { t } = useTranslation();
  return (
    <Drawer
      opened
      onClose={onClose}
      closeOnEscape={false}
      onKeyDown={onEscape(onClose)}
      returnFocus={false}
      position="right"
      size="42rem"
      title={title}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      classNames={{ inner: styles.sheet ?? '', content: styles.sheet ?? '', overlay: 'no-print', close: 'no-print' }}
    >
      {about && <p className={styles.about}>{about}</p>}
      <LawExplanation steps={steps} interest={interest} currency={currency} />
      <p className={`${styles.actions} no-print`}>
        <Button variant="default" size="compact-sm" onClick={() => window.print()}>
          {t('common.specification.print')}
        </Button>
      </p>
    </Drawer>
  );
}
