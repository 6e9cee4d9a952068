import styles from './Stamp.module.css';

/** The name, set as the stamp on a paid invoice. */
export function Stamp({ size = 'small' }: { readonly size?: 'small' | 'large' }) {
  return <span className={`${styles.stamp} ${size === 'large' ? styles.large : ''}`}>Voldaan</span>;
}
