import { Fragment } from 'react';
import styles from './WholeDates.module.css';

/** A date as screens write it, with the weekday before it when there is one; no part of a longer number or file name. */
const date = /((?:\b(?:ma|di|wo|do|vr|za|zo|Mon|Tue|Wed|Thu|Fri|Sat|Sun) )?(?<![\d-])\d{2}-\d{2}(?:-\d{4})?(?![\d-]))/;

/** A text whose dates stay on one line; browsers break after every hyphen. */
export function WholeDates({ text }: { readonly text: string }) {
  return text.split(date).map((part, at) =>
    at % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their place
      <span key={at} className={styles.whole}>
        {part}
      </span>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts have no identity but their place
      <Fragment key={at}>{part}</Fragment>
    ),
  );
}
