import { Button, type ButtonProps, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Kbd } from '../ui/Kbd.tsx';
import { type Command, isAvailable, shortcutsOf } from './command.ts';
import { run } from './registry.ts';

export interface CommandButtonProps extends Omit<ButtonProps, 'children'> {
  readonly command: Command;
  /** Shown instead of the command's name; the name stays in the tooltip. */
  readonly children?: ReactNode;
}

/** A button for a command: its name, with its shortcut in the tooltip. Disabled while it cannot be done. */
export function CommandButton({ command, children, disabled, ...button }: CommandButtonProps) {
  const { t } = useTranslation();
  const label = t(command.labelKey, { ...command.labelParams });
  const keys = shortcutsOf(command)[0];
  return (
    <Tooltip
      label={
        <span>
          {label} {keys && <Kbd keys={keys} />}
        </span>
      }
      disabled={!keys && !children}
    >
      <Button {...button} disabled={disabled || !isAvailable(command)} onClick={() => run(command)}>
        {children ?? label}
      </Button>
    </Tooltip>
  );
}
