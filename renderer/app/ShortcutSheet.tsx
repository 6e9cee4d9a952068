import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { ShortcutList } from '../commands/ShortcutList.tsx';
import { sheetStore } from './overlays.ts';

/** The ? sheet: every key that works here. */
export function ShortcutSheet() {
  const { t } = useTranslation();
  const open = useStore(sheetStore, (state) => state.open);
  return (
    <Modal
      opened={open}
      onClose={() => sheetStore.setState({ open: false })}
      title={t('commands.sheet.title')}
      size="44rem"
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <ShortcutList />
    </Modal>
  );
}
