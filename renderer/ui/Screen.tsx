import type { ReactNode } from 'react';
import styles from './Screen.module.css';

export interface ScreenProps {
  readonly title: string;
  /** One sentence under the title: what this is about right now. */
  readonly sentence?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  /** A {@link SidePanel} to the right of the content. */
  readonly aside?: ReactNode;
  /** `fill`: the content takes the remaining height and scrolls by itself (tables). `scroll`: the page scrolls. */
  readonly body?: 'scroll' | 'fill';
  /** Stays under the content: totals and the main button. */
  readonly footer?: ReactNode;
}

/** The frame of every screen: title, sentence, actions, content and an optional panel over its right side. */
export function Screen({ title, sentence, actions, children, aside, body = 'scroll', footer }: ScreenProps) {
  return (
    <div className={styles.screen}>
      <div className={styles.column}>
        <header className={styles.header}>
          <div className={styles.heading}>
            <h1 className={styles.title}>{title}</h1>
            {sentence && <p className={styles.sentence}>{sentence}</p>}
          </div>
          {actions && <div className={`${styles.actions} no-print`}>{actions}</div>}
        </header>
        <div className={body === 'fill' ? styles.fill : styles.scroll}>{children}</div>
        {footer && <footer className={styles.footer}>{footer}</footer>}
      </div>
      {aside}
    </div>
  );
}
