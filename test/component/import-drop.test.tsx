// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, createEvent, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { books, office } from '#renderer/db/client.ts';
import type { OfferedFile } from '#renderer/db/import-api.ts';
import { forgetImports } from '#renderer/features/import/index.ts';
import { createAdministration, demoBook, openBook } from '#renderer/state/session.ts';
import { sessionStore } from '#renderer/state/session-store.ts';
import { newAdministration } from '#shared/domain/administration.ts';
import { formatIban } from '#shared/identifiers/iban.ts';
import { mt940, openItems, pdf } from '#test/unit/drop-books.ts';
import { forgetDatabases } from './desk.ts';
import { expectAccessible, findEnabledButton } from './screen.tsx';
import { goAndWait, leave, openDemoAt } from './work-screens.tsx';

const garage = newAdministration({ id: 'garage', name: 'Garage Noord V.O.F.', iban: 'NL20INGB0001234567' });
const strange = 'NL44RABO0123456789';
const payer = 'NL02ABNA0123456789';

beforeEach(async () => {
  await forgetDatabases(garage.id);
  await openDemoAt('#/import');
});

afterEach(async () => {
  await leave();
  forgetImports();
});

const fileOf = ({ name, blob }: OfferedFile) =>
  new File([blob], name, { lastModified: Date.parse('2026-11-20T12:00:00') });

async function choose(...offered: readonly OfferedFile[]) {
  const user = userEvent.setup({ applyAccept: false });
  const input = await screen.findByLabelText<HTMLInputElement>('Kies bestanden', { selector: 'input' });
  await user.upload(input, offered.map(fileOf));
  return user;
}

/** The section of a file, once it was read. */
const unit = async (name: string) => within(await screen.findByRole('region', { name }));

/** An invoice of the demo that is open, with who owes it. */
async function openInvoice(): Promise<{ readonly number: string; readonly euros: string; readonly name: string }> {
  for (const { id, name } of await books.summaries()) {
    const ledger = await books.ledger(id);
    const paid = new Set(Object.values(ledger?.allocation ?? {}).map(({ itemId }) => itemId));
    const item = Object.values(ledger?.item ?? {}).find((one) => {
      return one.state === 'open' && one.kind === 'invoice' && one.total > 50_000 && !paid.has(one.id);
    });
    if (item) return { number: item.number, euros: (item.total / 100).toFixed(2), name };
  }
  throw new Error('the demo has no open invoice');
}

async function ownAccount(): Promise<string> {
  return (await books.administration())?.iban ?? '';
}

describe('a bank file on the screen', () => {
  it('shows its statements with their balances and what becomes of the lines, and where to look at the rest', async () => {
    const { number, euros, name } = await openInvoice();
    const bank = mt940(
      [
        ['2026-11-20', euros, payer, name, `factuur ${number}`],
        ['2026-11-20', '450.00', payer, 'J. Onbekend', 'zoals besproken'],
        ['2026-11-20', '-12.50', payer, 'Telefonie', 'november'],
      ],
      'bank.sta',
      await ownAccount(),
    );
    const user = await choose(bank);
    const part = await unit('bank.sta');
    const statements = await part.findByRole('grid', { name: 'Afschriften' });
    expect(part.getAllByText('klopt')).toHaveLength(2);
    expect(within(statements).getAllByRole('row')[1]?.textContent).toContain(formatIban(await ownAccount()));
    const lines = await part.findByRole('grid', { name: 'Voorbeelden van regels' });
    expect(lines.textContent).toContain('wordt verwerkt');
    expect(part.getByText(/herkend aan de rekening/)).toBeTruthy();
    await expectAccessible(screen.getByRole('main'));
    await user.click(await findEnabledButton('Importeer 2 bankregels, waarvan 1 te beoordelen'));
    await user.click(await screen.findByRole('button', { name: '1 bankregel beoordelen' }));
    await waitFor(() => expect(location.hash).toBe('#/betalingen'));
  });

  it('of an account whose check digits are wrong says so where it asks', async () => {
    await choose(mt940([['2026-11-20', '45.00', payer, 'J. Onbekend', 'x']], 'spaar.sta', 'NL45RABO0123456789'));
    expect(await screen.findByText(/Het controlegetal van NL45 RABO 0123 4567 89 klopt niet\. Vergelijk/)).toBeTruthy();
  });

  it('of an account nobody knows asks once whose it is, and remembers the answer', async () => {
    const user = await choose(mt940([['2026-11-20', '45.00', payer, 'J. Onbekend', 'x']], 'spaar.sta', strange));
    expect(await screen.findByText(/NL44 RABO 0123 4567 89 is nog niet bekend\. Hoort die bij/)).toBeTruthy();
    expect(screen.queryByText(/controlegetal/)).toBeNull();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Importeren' }).disabled).toBe(true);
    await user.click(screen.getByRole('button', { name: '1 bestand vraagt een antwoord' }));
    expect(document.activeElement?.textContent).toBe('spaar.sta');
    await user.click(screen.getByRole('button', { name: 'Ja, onthouden' }));
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByRole('button', { name: 'Importeer 1 bankregel om te beoordelen' });
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText('spaar.sta is geïmporteerd')).toBeTruthy();
    expect((await books.settings())['bank-accounts']).toEqual([strange]);
    await waitFor(async () => {
      expect((await office.settings())[`marks ${demoBook}`]).toMatchObject({
        accounts: expect.arrayContaining([strange]),
      });
    });
  });

  it('of an account that is somebody else’s is left out, and can be taken after all', async () => {
    const user = await choose(mt940([['2026-11-20', '45.00', payer, 'J. Onbekend', 'x']], 'spaar.sta', strange));
    await user.click(await screen.findByRole('button', { name: 'Nee, weglaten' }));
    expect(await screen.findByText('weggelaten')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'spaar.sta toch meenemen' }));
    expect(await screen.findByText(/is nog niet bekend/)).toBeTruthy();
  });
});

describe('files of several administrations', () => {
  beforeEach(async () => {
    await act(() => createAdministration(garage));
    await act(() => openBook(demoBook));
    await goAndWait('#/import', 'Import');
  });

  it('wait under their own name, and are at hand when theirs is opened', async () => {
    const line = ['2026-11-20', '45.00', payer, 'J. Onbekend', 'x'] as const;
    const user = await choose(
      mt940([line], 'garage.sta', garage.iban),
      openItems([['9001', 'Nieuwe Klant', 'F-1', '10,00']], 'posten.csv'),
    );
    await unit('posten.csv');
    const others = within(await screen.findByRole('region', { name: 'Bestanden van andere administraties' }));
    expect(others.getByRole('listitem').textContent).toMatch(
      /^Garage Noord V\.O\.F\.1 bestand · Bankafschrift \(MT940\)/,
    );
    expect(screen.queryByRole('region', { name: 'garage.sta' })).toBeNull();
    await expectAccessible(screen.getByRole('main'));
    await user.click(others.getByRole('button', { name: 'Open Garage Noord V.O.F. en importeer' }));
    await waitFor(() => expect(sessionStore.getState().book).toBe(garage.id));
    await unit('garage.sta');
    expect(screen.queryByRole('region', { name: 'posten.csv' })).toBeNull();
    await user.click(await findEnabledButton('Importeer 1 bankregel om te beoordelen'));
    await screen.findByText('garage.sta is geïmporteerd');
    expect(await books.imports()).toHaveLength(1);
    const back = within(await screen.findByRole('region', { name: 'Bestanden van andere administraties' }));
    await user.click(back.getByRole('button', { name: /^Open Van Dorpel .* en importeer$/ }));
    await unit('posten.csv');
    expect(screen.queryByText('garage.sta is geïmporteerd')).toBeNull();
    expect(await books.imports()).toHaveLength(1);
  });
});

describe('invoices and totals', () => {
  it('lays control totals beside the books, with the debtors of whom they differ', async () => {
    const [first] = await books.summaries();
    const code = (await books.ledger(first?.id ?? 0))?.debtor?.[String(first?.id)]?.code ?? '1001';
    const csv = ['Debiteurnummer;Naam;Saldo', `${code};${first?.name};1,00`, '9999;Nooit gezien;10,00'];
    const user = await choose({ name: 'saldi.csv', blob: new Blob([csv.join('\r\n')]) });
    const part = await unit('saldi.csv');
    expect((await part.findByRole('grid', { name: 'Verschillen per debiteur' })).textContent).toContain(first?.name);
    expect(part.getByText(/Er komen geen posten uit/)).toBeTruthy();
    await user.click(await findEnabledButton('Importeer controletotalen'));
    expect(await screen.findByText('totalen naast de boeken gelegd', { selector: 'p *, p' })).toBeTruthy();
  });

  it('says of a PDF that fits no invoice that it does not, and offers nothing to write', async () => {
    await choose({ name: 'los.pdf', blob: new Blob([pdf('los')]) });
    const part = await unit('los.pdf');
    expect(await part.findByText(/hoort bij geen van de facturen/)).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Importeren' }).disabled).toBe(true);
  });
});

describe('the drop itself', () => {
  it('is taken anywhere in the window, folders opened up, and shown on Import', async () => {
    await goAndWait('#/debiteuren', 'Debiteuren');
    const list = fileOf(openItems([['9001', 'Nieuwe Klant', 'F-1', '10,00']], 'posten.csv'));
    const entry = {
      isFile: true,
      isDirectory: false,
      fullPath: '/november/posten.csv',
      file: (found: (file: File) => void) => found(list),
    };
    const pieces = [[entry], []];
    const folder = {
      isFile: false,
      isDirectory: true,
      fullPath: '/november',
      createReader: () => ({ readEntries: (found: (entries: unknown) => void) => found(pieces.shift() ?? []) }),
    };
    const event = createEvent.drop(document.body);
    const dataTransfer = { types: ['Files'], files: [], items: [{ webkitGetAsEntry: () => folder }] };
    Object.defineProperty(event, 'dataTransfer', { value: dataTransfer });
    fireEvent(document.body, event);
    await unit('november/posten.csv');
    expect(location.hash).toBe('#/import');
  });

  it('can be stopped while it is read; nothing of it stays', async () => {
    let piece: () => void = () => undefined;
    class SlowFile extends File {
      override slice(): Blob {
        const blob = new Blob();
        blob.arrayBuffer = () => new Promise((resolve) => (piece = () => resolve(new ArrayBuffer(0))));
        return blob;
      }
    }
    const user = userEvent.setup({ applyAccept: false });
    const input = await screen.findByLabelText<HTMLInputElement>('Kies bestanden', { selector: 'input' });
    await user.upload(input, new SlowFile(['x'.repeat(2000)], 'groot.csv'));
    expect(await screen.findByRole('progressbar', { name: '1 bestand wordt gelezen' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Stoppen' }));
    await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull());
    expect(await screen.findByText('Sleep hier bestanden of mappen naartoe')).toBeTruthy();
    act(() => piece());
    expect(screen.queryByRole('region', { name: 'groot.csv' })).toBeNull();
  });

  it('a list with a bare dollar sign asks for its currency, and is read once it is chosen', async () => {
    const text = 'Debiteurnummer;Naam;Factuurnummer;Factuurdatum;Openstaand\n9001;Dock Ltd;F-1;01-09-2026;$1,250.00';
    const user = await choose({ name: 'dollars.csv', blob: new Blob([text]) });
    const part = await unit('dollars.csv');
    await part.findByText('vraagt een keuze');
    expect(await part.findByText('Kies hieronder; dan wordt de lijst opnieuw gelezen.')).toBeTruthy();
    await user.selectOptions(await part.findByRole('combobox', { name: 'Valuta bij $' }), 'USD');
    expect(await part.findByText(/^totaal US\$.1\.250,00$/)).toBeTruthy();
    expect(part.queryByText('vraagt een keuze')).toBeNull();
  });

  it('keeps the keyboard where it is when a choice has the files read again', async () => {
    const user = await choose(
      openItems([['9001', 'Nieuwe Klant', 'F-1', '10,00']], 'een.csv'),
      openItems([['9002', 'Andere Klant', 'F-2', '10,00']], 'twee.csv'),
    );
    const part = await unit('een.csv');
    const full = await part.findByRole('switch', { name: /Volledige lijst/ });
    full.focus();
    await user.keyboard(' ');
    await part.findByText('Posten die ontbreken, blijven zoals ze zijn.');
    expect(document.activeElement).toBe(full);
  });
});
