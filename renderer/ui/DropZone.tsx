import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import styles from './DropZone.module.css';

export interface DropZoneProps {
  readonly title: string;
  readonly text?: string;
  /** As an input takes it: ".csv,.txt,.xlsx". */
  readonly accept?: string;
  readonly multiple?: boolean;
  readonly disabled?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
  readonly children?: ReactNode;
}

/** A place to drop files, that is also the button to choose them. Judging the files is the caller's. */
export function DropZone({ title, text, accept, multiple, disabled, onFiles, children }: DropZoneProps) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null) => {
    if (files && files.length > 0) onFiles(multiple ? [...files] : [...files].slice(0, 1));
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (!disabled) take(event.dataTransfer.files);
  };
  return (
    <>
      <button
        type="button"
        className={`${styles.zone} ${over ? styles.over : ''}`}
        disabled={disabled}
        onClick={() => input.current?.click()}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <span className={styles.title}>{title}</span>
        {text && <span className={styles.text}>{text}</span>}
        {children}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={title}
        accept={accept}
        multiple={multiple}
        onChange={(event) => {
          take(event.currentTarget.files);
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}
