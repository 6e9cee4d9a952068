import { Button, Drawer, Popover } from '@mantine/core';
import { type ReactNode, useId, useState } from 'react';
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

/** Uitleg: where a computed figure comes from (criterion B3). Opens beside the figure, a long specification in a panel that prints. */
export function Explain({ children, title, about, steps, interest = null, currency = 'EUR' }: ExplainProps) {
  const { t } = useTranslation();
  const id = useId();
  const [shown, setShown] = useState<'popover' | 'panel' | null>(null);
  const lines = interest ? interestLineCount(interest) : 0;
  const close = () => setShown(null);
  const body = { steps, interest, currency };
  return (
    <>
      <Popover
        opened={shown === 'popover'}
        onChange={(opened) => setShown(opened ? 'popover' : null)}
        width={lines > 0 ? 460 : 400}
        position="bottom-end"
        middlewares={{ flip: true, shift: true, size: { padding: 12, apply: fitRoom } }}
        shadow="sm"
        withinPortal
        trapFocus
        returnFocus
      >
        <Popover.Target>
          <button
            type="button"
            className={styles.trigger}
            title={t('common.explainShort')}
            onClick={() => setShown(shown === null ? 'popover' : null)}
          >
            {children}
            <span className="visually-hidden">{t('common.explain', { what: title })}</span>
          </button>
        </Popover.Target>
        <Popover.Dropdown aria-labelledby={id} onKeyDown={keepEscape}>
          <div className={styles.head}>
            <h2 id={id}>{title}</h2>
            {lines > 0 && (
              <Button variant="subtle" size="compact-sm" onClick={() => setShown('panel')}>
                {t('common.specification.show', { count: lines })}
              </Button>
            )}
          </div>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key */}
          <section className={styles.scroll} aria-labelledby={id} tabIndex={0} data-autofocus>
            <LawExplanation {...body} brief={lines > mostLines} />
          </section>
        </Popover.Dropdown>
      </Popover>
      <Drawer
        opened={shown === 'panel'}
        onClose={close}
        position="right"
        size="42rem"
        title={title}
        closeButtonProps={{ 'aria-label': t('common.close') }}
        classNames={{ inner: styles.sheet ?? '', content: styles.sheet ?? '', overlay: 'no-print', close: 'no-print' }}
      >
        {about && <p className={styles.about}>{about}</p>}
        <LawExplanation {...body} />
        <p className={`${styles.actions} no-print`}>
          <Button variant="default" size="compact-sm" onClick={() => window.print()}>
            {t('common.specification.print')}
          </Button>
        </p>
      </Drawer>
    </>
  );
}
