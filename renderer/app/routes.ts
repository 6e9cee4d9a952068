import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { Address } from '../commands/address.ts';

/** What a screen may be told by its address. */
export interface ScreenParams {
  readonly debtorId?: number;
  readonly tab?: string;
}

type Load = () => Promise<ComponentType<ScreenParams>>;

const loads = {
  vandaag: async () => (await import('../features/vandaag/index.ts')).VandaagScreen,
  debiteuren: async () => (await import('../features/debiteuren/index.ts')).DebiteurenScreen,
  aanmanen: async () => (await import('../features/aanmanen/index.ts')).AanmanenScreen,
  import: async () => (await import('../features/import/index.ts')).ImportScreen,
  dossiers: async () => (await import('../features/dossier/index.ts')).DossierScreen,
  instellingen: async () => (await import('../features/instellingen/index.ts')).InstellingenScreen,
  betalingen: async () => (await import('../features/betalingen/index.ts')).BetalingenScreen,
  aansluiting: async () => (await import('../features/aansluiting/index.ts')).AansluitingScreen,
} satisfies Record<string, Load>;

export type ScreenName = keyof typeof loads;
/** Screens in the order of the rail, then those reached from another screen. */
export const screenNames = Object.keys(loads) as readonly ScreenName[];

/** The screens by name; each is loaded when it is first opened. */
export const screens = Object.fromEntries(
  screenNames.map((name) => [name, lazy(async () => ({ default: await loads[name]() }))]),
) as Readonly<Record<ScreenName, LazyExoticComponent<ComponentType<ScreenParams>>>>;

/** Fetches a screen that is about to be opened; what fails here fails again, and is shown, when it is. */
export function loadScreen(name: ScreenName | null): void {
  if (name) loads[name]().catch(() => undefined);
}

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
