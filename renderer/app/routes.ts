import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { Address } from '../commands/address.ts';

/** What a screen may be told by its address. */
export interface ScreenParams {
  readonly debtorId?: number;
  readonly tab?: string;
}

const screen = (load: () => Promise<ComponentType<ScreenParams>>): LazyExoticComponent<ComponentType<ScreenParams>> =>
  lazy(async () => ({ default: await load() }));

/** Screens in the order of the rail, then those reached from another screen. Each is loaded when it is first opened. */
export const screens = {
  vandaag: screen(async () => (await import('../features/vandaag/index.ts')).VandaagScreen),
  debiteuren: screen(async () => (await import('../features/debiteuren/index.ts')).DebiteurenScreen),
  aanmanen: screen(async () => (await import('../features/aanmanen/index.ts')).AanmanenScreen),
  import: screen(async () => (await import('../features/import/index.ts')).ImportScreen),
  dossiers: screen(async () => (await import('../features/dossier/index.ts')).DossierScreen),
  instellingen: screen(async () => (await import('../features/instellingen/index.ts')).InstellingenScreen),
  betalingen: screen(async () => (await import('../features/betalingen/index.ts')).BetalingenScreen),
  aansluiting: screen(async () => (await import('../features/aansluiting/index.ts')).AansluitingScreen),
};

export type ScreenName = keyof typeof screens;
export const screenNames = Object.keys(screens) as readonly ScreenName[];
/** What the main menu shows; the others are steps of Import. */
export const railNames = screenNames.filter((name) => name !== 'betalingen' && name !== 'aansluiting');

export interface Route {
  /** Null: no screen has this address. */
  readonly screen: ScreenName | null;
  readonly params: ScreenParams;
}

/** The screen of an address; the empty address is Vandaag. */
export function routeOf({ path }: Pick<Address, 'path'>): Route {
  const [first = 'vandaag', second, ...rest] = path;
  const screen = screenNames.find((name) => name === first) ?? null;
  if (screen === null || rest.length > 0) return { screen: null, params: {} };
  if (second === undefined) return { screen, params: {} };
  if (screen === 'instellingen') return { screen, params: { tab: second } };
  const takesDebtor = screen === 'debiteuren' || screen === 'dossiers';
  return takesDebtor && /^[1-9]\d{0,8}$/.test(second)
    ? { screen, params: { debtorId: Number(second) } }
    : { screen: null, params: {} };
}
