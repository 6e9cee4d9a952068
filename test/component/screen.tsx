import { configure, render, screen, waitFor } from '@testing-library/react';
import axe from 'axe-core';
import type { ReactNode } from 'react';
import { expect } from 'vitest';
import { Providers } from '#renderer/app/Providers.tsx';
import { nl } from '#shared/i18n/nl/index.ts';

// Screens are loaded when they are first opened, and the machine may be busy with other tests.
configure({ asyncUtilTimeout: 20_000 });

// happy-dom has no font set; Mantine's growing text field listens to it.
if (!document.fonts) Object.defineProperty(document, 'fonts', { value: new EventTarget() });

/** Draws with language, theme and density as the window does. */
export function draw(what: ReactNode): ReturnType<typeof render> {
  return render(
    <Providers nonce="" env="test">
      {what}
    </Providers>,
  );
}

const namespaces = Object.keys(nl).join('|');

/** Fails on what axe finds wrong and on a catalogue key that shows through. Contrast needs a real browser: the e2e tests judge it. */
export async function expectAccessible(part: Element): Promise<void> {
  expect(part.innerHTML).not.toMatch(new RegExp(`\\b(${namespaces})\\.[a-z]+(\\.|[A-Z])\\w+`));
  const { violations } = await axe.run(part, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)).toEqual([]);
}

/** The button of this name once it can be pressed: while a choice is being compared it is there and cannot. */
export async function findEnabledButton(name: string | RegExp): Promise<HTMLButtonElement> {
  return waitFor(() => {
    const button = screen.getByRole<HTMLButtonElement>('button', { name });
    expect(button.disabled).toBe(false);
    return button;
  });
}
