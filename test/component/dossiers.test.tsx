// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { App } from '#renderer/app/App.tsx';
import { books } from '#renderer/db/client.ts';
import { fail, ok, type Result } from '#shared/contract/errors.ts';
import { closeBooks, openDemoDesk } from './desk.ts';
import { draw, expectAccessible } from './screen.tsx';

const slow = { timeout: 20_000 };
let verdict: Result<unknown>;

beforeEach(async () => {
  verdict = ok({ ok: true, events: 12, files: 5, firstBroken: null });
  location.hash = '#/dossiers';
  const host = await openDemoDesk();
  const call = host.call;
  host.call = async (channel, input) => (channel === 'dossier.verify' ? verdict : call(channel, input));
  draw(<App />);
  await screen.findByRole('heading', { name: 'Dossiers' }, slow);
});

afterEach(async () => {
  cleanup();
  await closeBooks();
});

const zip = () => new File([new Uint8Array([0x50, 0x4b, 3, 4])], 'dossier-1001.zip', { type: 'application/zip' });
const drop = async (file: File) =>
  userEvent.setup().upload(document.querySelector<HTMLInputElement>('input[type="file"]')!, file);

describe('the list', () => {
  it('is empty until there is a letter, and says how to make one', async () => {
    expect(await screen.findByText('Nog geen dossiers')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Naar Aanmanen' }).getAttribute('href')).toBe('#/aanmanen');
  });

  it('exports the dossier of a debtor and notes it in its chain', async () => {
    const user = userEvent.setup();
    await user.click(await screen.findByRole('checkbox', { name: 'Ook debiteuren zonder brief' }));
    await user.type(screen.getByRole('textbox', { name: 'Zoek op naam of nummer' }), 'rietvoort');
    const grid = screen.getByRole('grid', { name: 'Debiteuren met een dossier' });
    await user.click(await within(grid).findByText('Gemeente Rietvoort'));
    await screen.findByText(/Keten klopt/, {}, slow);
    await user.click(screen.getByRole('button', { name: 'Dossier exporteren' }));
    expect(await screen.findByText(/^Dossier gemaakt: /, {}, slow)).toBeTruthy();
    const id = (await books.summaries()).find(({ name }) => name === 'Gemeente Rietvoort')!.id;
    expect((await books.events(id)).at(-1)?.type).toBe('dossier-exported');
    await expectAccessible(document.body);
  });
});

describe('checking a ZIP', () => {
  it('tells in words that it is unchanged', async () => {
    await drop(zip());
    expect(await screen.findByText('dossier-1001.zip is ongewijzigd.')).toBeTruthy();
    expect(screen.getByText(/Bestanden gecontroleerd: 5. Gebeurtenissen gecontroleerd: 12./)).toBeTruthy();
  });

  it('names the first difference', async () => {
    verdict = ok({ ok: false, events: 12, files: 5, firstBroken: 'brieven/aanmaning.pdf' });
    await drop(zip());
    const notice = await screen.findByRole('alert');
    expect(notice.textContent).toMatch(/gewijzigd of beschadigd.*brieven\/aanmaning.pdf.*niet als bewijs/);
  });

  it('says what went wrong when it cannot be read', async () => {
    verdict = fail('too-large', 'dossier');
    await drop(zip());
    expect((await screen.findByRole('alert')).textContent).toContain('Het bestand is te groot.');
  });

  it('refuses what is no ZIP', async () => {
    await drop(new File(['%PDF-1.7'], 'dossier.zip', { type: 'application/zip' }));
    expect(await screen.findByText('Dit is geen ZIP-bestand.')).toBeTruthy();
  });
});
