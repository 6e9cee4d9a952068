import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { UiLanguage } from '#shared/i18n/translate.ts';
import { office } from '../db/client.ts';

/** How the office wants its screens; kept in the office's book, the same for every administration. */
export interface Preferences {
  readonly language: UiLanguage;
  readonly theme: 'light' | 'dark' | 'auto';
  readonly density: 'compact' | 'normal' | 'comfortable';
}

const key = 'preferences';
const choices: { readonly [K in keyof Preferences]: readonly Preferences[K][] } = {
  language: ['nl', 'en'],
  theme: ['auto', 'light', 'dark'],
  density: ['normal', 'compact', 'comfortable'],
};

export const preferencesStore = createStore<Preferences>(() => ({ language: 'nl', theme: 'auto', density: 'normal' }));

export function usePreferences<T>(select: (preferences: Preferences) => T): T {
  return useStore(preferencesStore, select);
}

/** Takes the stored preferences over; whatever is not a known choice keeps its default. */
export function loadPreferences(settings: Readonly<Record<string, unknown>>): void {
  const stored = (settings[key] ?? {}) as Record<string, unknown>;
  const known = Object.entries(choices).filter(([name, allowed]) => (allowed as unknown[]).includes(stored[name]));
  preferencesStore.setState(Object.fromEntries(known.map(([name]) => [name, stored[name]])) as Partial<Preferences>);
}

/** Applies a preference at once and stores it. Rejects with a `FailureError` when it could not be kept. */
export async function setPreference<K extends keyof Preferences>(name: K, value: Preferences[K]): Promise<void> {
  preferencesStore.setState({ [name]: value } as Pick<Preferences, K>);
  await office.run({ type: 'save-setting', key, value: preferencesStore.getState() });
}
