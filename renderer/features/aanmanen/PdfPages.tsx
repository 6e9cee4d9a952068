import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './aanmanen.module.css';
import type { OpenPdf, PdfPage } from './pdf.ts';

/** Widest a page is drawn, in CSS pixels: larger than paper helps nobody. */
const widest = 760;

export interface PdfPagesProps {
  readonly pdf: OpenPdf;
  readonly name: string;
  /** The next letter is on its way: these pages fade and say nothing. */
  readonly passing: boolean;
}

/** The pages of a letter as they will be on paper. The words are there too for whoever cannot see the drawing. */
export function PdfPages({ pdf, name, passing }: PdfPagesProps) {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => setWidth(Math.min(widest, Math.floor(element.clientWidth)));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={box} className={passing ? `${styles.pages} ${styles.passing}` : styles.pages} aria-hidden={passing}>
      {width > 0 &&
        pdf.pages.map((page) => (
          <Page key={page.number} page={page} pages={pdf.pages.length} width={width} name={name} />
        ))}
    </div>
  );
}

interface PageProps {
  readonly page: PdfPage;
  readonly pages: number;
  readonly width: number;
  readonly name: string;
}

function Page({ page, pages, width, name }: PageProps) {
  const { t } = useTranslation();
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (!canvas.current) return;
    const stop = new AbortController();
    // A page that cannot be drawn stays blank paper; its words are still there.
    page.draw(canvas.current, width * window.devicePixelRatio, stop.signal).catch(() => undefined);
    return () => stop.abort();
  }, [page, width]);
  return (
    <figure className={styles.page} style={{ width, aspectRatio: page.width / page.height }}>
      <canvas
        ref={canvas}
        role="img"
        aria-label={t('aanmanen.letter.drawn', { name, page: page.number, pages })}
        className={styles.canvas}
      />
      <figcaption className="visually-hidden">{page.words}</figcaption>
    </figure>
  );
}
