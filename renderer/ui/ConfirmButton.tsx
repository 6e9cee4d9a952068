import { Button, Group, Popover, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keepEscape } from './keep-escape.ts';

export interface ConfirmButtonProps {
  readonly children: ReactNode;
  /** What will happen, in one sentence. */
  readonly question: string;
  /** The verb on the confirming button; with a number where there is one. */
  readonly confirm: string;
  readonly onConfirm: () => void;
  readonly disabled?: boolean;
  readonly loading?: boolean;
  readonly variant?: 'default' | 'filled' | 'subtle';
  readonly size?: 'sm' | 'compact-sm';
}

/** A button whose effect is told before it happens. Cancel is first in focus. */
export function ConfirmButton(props: ConfirmButtonProps) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  return (
    <Popover opened={opened} onChange={setOpened} width={320} position="bottom-end" trapFocus returnFocus shadow="sm">
      <Popover.Target>
        <Button
          variant={props.variant ?? 'default'}
          size={props.size ?? 'sm'}
          disabled={props.disabled ?? false}
          loading={props.loading ?? false}
          onClick={() => setOpened((open) => !open)}
        >
          {props.children}
        </Button>
      </Popover.Target>
      <Popover.Dropdown onKeyDown={keepEscape}>
        <Text size="sm">{props.question}</Text>
        <Group mt="sm" gap="xs" justify="flex-end">
          <Button variant="default" size="xs" onClick={() => setOpened(false)} data-autofocus>
            {t('common.cancel')}
          </Button>
          <Button
            size="xs"
            onClick={() => {
              setOpened(false);
              props.onConfirm();
            }}
          >
            {props.confirm}
          </Button>
        </Group>
      </Popover.Dropdown>
    </Popover>
  );
}
