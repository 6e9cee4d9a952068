import { Button, Group, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './FormDialog.module.css';
import { Notice } from './Notice.tsx';
import { toUnreadable } from './unreadable.ts';

export interface FormDialogProps {
  readonly title: string;
  readonly size?: 'md' | 'lg' | 'xl';
  /** Why it could not be saved; at the top, where no field is to blame. */
  readonly failed: string | null;
  /** What it does and does not do, in a sentence above the buttons. */
  readonly explain?: ReactNode;
  /** The verb; with a number where there is one. */
  readonly confirm: string;
  readonly disabled?: boolean;
  /** Something else that can be done here, at the left of the buttons. */
  readonly aside?: ReactNode;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/**
 * Fields asked in a dialog: Enter saves, Escape leaves, what is wrong stands beside its field. Nothing is saved while a field
 * holds a text that is no date or amount.
 */
export function FormDialog(props: FormDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={props.title}
      size={props.size ?? 'md'}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!toUnreadable(event.currentTarget)) props.onSubmit();
        }}
      >
        {props.failed && <Notice tone="broken" title={props.failed} />}
        {props.children}
        {props.explain && <p className={styles.explain}>{props.explain}</p>}
        <Group justify={props.aside ? 'space-between' : 'flex-end'} gap="xs" wrap={props.aside ? 'nowrap' : 'wrap'}>
          {props.aside}
          <Group gap="xs" wrap="nowrap">
            <Button variant="default" onClick={props.onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" disabled={props.disabled ?? false}>
              {props.confirm}
            </Button>
          </Group>
        </Group>
      </form>
    </Modal>
  );
}
