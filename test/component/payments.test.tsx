// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { books } from '#renderer/db/client.ts';
import { BulkDialog } from '#renderer/features/betalingen/BulkDialog.tsx';
import type { MatchCandidate } from '#shared/matching/match.ts';
import { draw, expectAccessible } from './screen.tsx';
import { goAndWait, leave, openDemoAt } from './work-screens.tsx';

/** A statement of the day after the demo's list, as ING exports it. */
const statement = [
  ['WIJNHUIS', '100,00', 'Bij', 'nota 819'],
  ['TRAITEUR LAAGLAND', '1431,18', 'Bij', 'met dank'],
  ['M. PIETERSEN', '57,30', 'Bij', 'zie mail'],
  ['KOOKSTUDIO SAFFRAAN', '1568,84', 'Bij', 'factuur 2026-0902'],
  ['SEPA INCASSO RETOUR', '411,11', 'Af', 'storno MS03'],
] as const;

function ingCsv(): Blob {
  const heading =
    '"Datum";"Naam / Omschrijving";"Rekening";"Tegenrekening";"Code";"Af Bij";"Bedrag (EUR)";"Mutatiesoort";"Mededelingen"';
  const lines = statement.map(
    ([name, amount, sign, text]) =>
      `"20261120";"${name}";"NL59RABO0118529307";"";"GT";"${sign}";"${amount}";"Online bankieren";"Omschrijving: ${text}"`,
  );
  return new Blob([[heading, ...lines].join('\r\n')]);
}

beforeEach(async () => {
  await openDemoAt('#/betalingen');
  const { id } = await books.openDrop([{ name: 'ing.csv', blob: ingCsv() }], []);
  await books.confirmDrop(id, {}, {});
  await screen.findByRole('grid', { name: 'Bankregels die wachten' });
});

afterEach(leave);

const list = () => screen.getByRole('grid', { name: 'Bankregels die wachten' });
const names = () =>
  within(list())
    .getAllByRole('row')
    .slice(1)
    .map((row) => within(row).getAllByRole('gridcell')[1]?.textContent);
const current = () => document.getElementById(list().getAttribute('aria-activedescendant') ?? '')?.textContent;
const decision = () => screen.getByRole('region', { name: 'De banktransactie' });
const user = userEvent.setup();

/** Walks to the line of a payer. */
async function goTo(name: string) {
  act(() => list().focus());
  await user.keyboard('{Home}');
  for (let step = 0; step < statement.length && !current()?.includes(name); step++) await user.keyboard('j');
  expect(current()).toContain(name);
}

async function allocations(name: string) {
  const debtor = (await books.summaries()).find((summary) => summary.name === name)!;
  const ledger = await books.ledger(debtor.id);
  const bank = Object.values(ledger?.payment ?? {}).filter(({ lineId }) => lineId !== undefined);
  return bank.flatMap(({ id }) =>
    Object.values(ledger?.allocation ?? {})
      .filter(({ paymentId }) => paymentId === id)
      .map(({ itemId, amount, kind }) => [ledger?.item?.[itemId]?.number, amount, ...(kind ? [kind] : [])]),
  );
}

describe('lines that wait', () => {
  it('stand largest first, a storno with its reason in words; the one at hand is told whole', async () => {
    expect(names()).toEqual(['TRAITEUR LAAGLAND', 'SEPA INCASSO RETOUR', 'WIJNHUIS', 'M. PIETERSEN']);
    expect(document.activeElement).toBe(list());
    await goTo('SEPA');
    expect(current()).toMatch(/Storno: geweigerd door de bank/);
    expect(within(decision()).getByText(/storno MS03/)).toBeTruthy();
    await expectAccessible(screen.getByRole('main'));
  });

  it('a candidate is told with its certainty, what speaks for and against it, and what stays open', async () => {
    await goTo('WIJNHUIS');
    const card = within(decision()).getByRole('radio', { name: /Wijnhuis Bacchus.*2026-0819.*\d %/ });
    expect((card as HTMLInputElement).checked).toBe(false);
    await user.keyboard('1');
    expect((card as HTMLInputElement).checked).toBe(true);
    expect(within(decision()).getByText('819').tagName).toBe('MARK');
    expect(within(decision()).getByText(/Wat ervoor spreekt/)).toBeTruthy();
    expect(decision().textContent).toMatch(/€\u00a0232,52€\u00a0100,00€\u00a0132,52/);
    expect(decision().textContent).toMatch(/Daarna open bij Wijnhuis Bacchus: €\u00a0132,52/);
    await expectAccessible(screen.getByRole('main'));
  });
});

describe('a decision by keyboard', () => {
  it('a guess is not confirmed by Enter alone; chosen it is, the next line has the keyboard, and Z leads back', async () => {
    await goTo('WIJNHUIS');
    await user.keyboard('{Enter}');
    expect(await allocations('Wijnhuis Bacchus')).toEqual([]);
    await user.keyboard('1{Enter}');
    await waitFor(() => expect(names()).not.toContain('WIJNHUIS'));
    expect(current()).toContain('PIETERSEN');
    expect(document.activeElement).toBe(list());
    await waitFor(async () => expect(await allocations('Wijnhuis Bacchus')).toEqual([['2026-0819', 100_00]]));
    await screen.findByText(/100,00 van WIJNHUIS gekoppeld/);
    await user.keyboard('z');
    await waitFor(() => expect(current()).toContain('WIJNHUIS'));
    expect(await allocations('Wijnhuis Bacchus')).toEqual([]);
    expect(document.activeElement).toBe(list());
  });

  it('X: no debtor’s; it lies with the lines set aside, waits again with U, and undone lies there again', async () => {
    await goTo('PIETERSEN');
    await user.keyboard('x');
    await waitFor(async () => expect((await books.bankTaken(9)).map(({ line }) => line.state)).toContain('set-aside'));
    expect(names()).not.toContain('M. PIETERSEN');
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(names()).toContain('M. PIETERSEN'));
    await goTo('PIETERSEN');
    await user.keyboard('x{Shift>}x{/Shift}');
    await screen.findByRole('heading', { level: 1, name: 'Terzijde gelegde regels' });
    const grid = await screen.findByRole('grid', { name: 'Gekoppelde banktransacties' });
    await within(grid).findByText('M. PIETERSEN');
    await expectAccessible(screen.getByRole('main'));
    act(() => grid.focus());
    await user.keyboard('u');
    await screen.findByText('Geen terzijde gelegde regels');
    expect((await books.bankReview()).map(({ line }) => line.counterparty)).toContain('M. PIETERSEN');
    await user.keyboard('z');
    await waitFor(async () => expect((await books.bankTaken(9)).map(({ line }) => line.state)).toContain('set-aside'));
  });

  it('S: stays, after all others', async () => {
    await goTo('TRAITEUR');
    await user.keyboard('s');
    expect(names().at(-1)).toBe('TRAITEUR LAAGLAND');
    expect(current()).toContain('SEPA');
    expect(screen.getByText(/4 te beoordelen · 1 uitgesteld/)).toBeTruthy();
  });

  it('when the last one is decided, the way on has the keyboard', async () => {
    for (let left = 4; left > 0; left--) {
      act(() => list().focus());
      await user.keyboard('x');
      if (left > 1) await waitFor(() => expect(names()).toHaveLength(left - 1));
    }
    const on = await screen.findByRole('button', { name: 'Naar Vandaag' });
    expect(document.activeElement).toBe(on);
    await expectAccessible(screen.getByRole('main'));
  });
});

describe('parts by hand', () => {
  const search = () => screen.findByRole('textbox', { name: 'Zoek een factuur of debiteur' });

  it('searched with /, ticked with Space, the rest as credit: all without the pointer', async () => {
    await goTo('TRAITEUR');
    await user.keyboard('/');
    const field = await search();
    expect(document.activeElement).toBe(field);
    await user.clear(field);
    await user.type(field, '2026-0384');
    const found = screen.getByRole('grid', { name: 'Gevonden posten' });
    await within(found).findByText('2026-0384');
    await user.keyboard('{ArrowDown} ');
    expect(document.activeElement).toBe(found);
    expect(screen.getByText(/Nog €\s12,00 te verdelen/)).toBeTruthy();
    await user.keyboard('c');
    expect(decision().textContent).toMatch(/€\u00a012,00 blijft als tegoed van Traiteur Laagland/);
    await expectAccessible(screen.getByRole('main'));
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(async () => expect(await allocations('Traiteur Laagland')).toContainEqual(['2026-0384', 1419_18]));
    expect(document.activeElement).toBe(list());
    expect(names()).not.toContain('TRAITEUR LAAGLAND');
  });

  it('an amount can be changed, and what does not add up cannot be confirmed', async () => {
    await goTo('TRAITEUR');
    await user.keyboard('/');
    const field = await search();
    await user.clear(field);
    await user.type(field, 'traiteur 0384');
    await within(screen.getByRole('grid', { name: 'Gevonden posten' })).findByText('2026-0384');
    await user.keyboard('{ArrowDown} ');
    const amount = screen.getByRole('textbox', { name: 'Bedrag voor 2026-0384' });
    const confirm = () => screen.getByRole<HTMLButtonElement>('button', { name: /^Koppel/ });
    for (const [typed, said] of [
      ['veel', /geen bedrag/],
      ['1500', /meer dan er openstaat/],
      ['1400', /Nog €\s31,18 te verdelen/],
    ] as const) {
      await user.clear(amount);
      await user.type(amount, typed);
      expect(screen.getAllByText(said).length).toBeGreaterThan(0);
      expect(confirm().disabled).toBe(true);
    }
    await user.click(screen.getByRole('checkbox', { name: /31,18 blijft als tegoed/ }));
    expect(confirm().disabled).toBe(false);
  });

  it('money without an invoice becomes credit of a debtor; Esc goes back without a trace', async () => {
    await goTo('PIETERSEN');
    await user.keyboard('/');
    await user.clear(await search());
    await user.type(await search(), 'viswinkel');
    const found = screen.getByRole('grid', { name: 'Gevonden posten' });
    await within(found).findByText('alles als tegoed');
    await user.keyboard('{ArrowDown} ');
    expect(screen.getByRole('button', { name: /^Boek €\u00a057,30 als tegoed/ })).toBeTruthy();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('grid', { name: 'Gevonden posten' })).toBeNull();
    expect(document.activeElement).toBe(list());
  });

  it('of a storno the paid invoice it takes back is found and opened again', async () => {
    await goTo('SEPA');
    await user.keyboard('/');
    await user.type(await search(), 'kookstudio 0902');
    await within(screen.getByRole('grid', { name: 'Gevonden posten' })).findByText('2026-0902');
    await user.keyboard('{ArrowDown} ');
    expect(decision().textContent).toMatch(/Daarna open bij Kookstudio Saffraan B\.V\.: €\u00a0411,11/);
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(async () =>
      expect(await allocations('Kookstudio Saffraan B.V.')).toContainEqual(['2026-0902', -411_11]),
    );
  });
});

describe('what was matched already', () => {
  it('is looked through by how it was matched, and taken back with U', async () => {
    await goAndWait('#/betalingen?toon=gekoppeld', 'Gekoppelde betalingen');
    const grid = await screen.findByRole('grid', { name: 'Gekoppelde banktransacties' });
    expect((await within(grid).findAllByText(/^Kookstudio Saffraan B\.V\. · 2026-0902$/)).length).toBe(1);
    await user.selectOptions(screen.getByRole('combobox', { name: 'Hoe gekoppeld' }), 'Automatisch gekoppeld (1)');
    expect(within(grid).getByText(/^automatisch, \d+ %$/)).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'Wat ervoor spreekt' })).toBeTruthy();
    expect(screen.getByText('factuurnummer 2026-0902 staat in de omschrijving')).toBeTruthy();
    await expectAccessible(screen.getByRole('main'));
    act(() => grid.focus());
    await user.keyboard('u');
    await waitFor(async () => expect(await books.bankTaken(9)).toEqual([]));
    await user.keyboard('t');
    await waitFor(() => expect(names()).toContain('KOOKSTUDIO SAFFRAAN'));
    expect(current()).toContain('KOOKSTUDIO');
  });

  it('shows on the debtor’s card with what the bank said, and can be taken back there', async () => {
    const { id } = (await books.summaries()).find(({ name }) => name.startsWith('Kookstudio'))!;
    await goAndWait(`#/debiteuren/${id}`, /Kookstudio/);
    expect(await screen.findByText(/^Van de bank: .*factuur 2026-0902/)).toBeTruthy();
    expect(screen.getByText(/vanzelf gekoppeld, \d+ % zeker: .*factuurnummer 2026-0902 staat in de/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Koppeling ongedaan maken' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Koppeling ongedaan maken' })).toBeNull());
    expect((await books.bankReview()).map(({ line }) => line.counterparty)).toContain('KOOKSTUDIO SAFFRAAN');
  });
});

it('Vandaag names the payments that wait and leads to the one at hand (criterion I1)', async () => {
  await goAndWait('#/vandaag', 'Vandaag');
  const grid = await screen.findByRole('grid', { name: 'Wat er vandaag te doen is' });
  const [heading] = within(grid)
    .getAllByRole('rowheader')
    .filter((cell) => cell.getAttribute('scope') === 'rowgroup');
  expect(heading?.textContent).toMatch(/^Betalingen koppelen 4 · €/);
  await user.keyboard('jj{Enter}');
  await screen.findByRole('heading', { level: 1, name: 'Betalingen koppelen' });
  await waitFor(() => expect(current()).toContain('WIJNHUIS'));
});

it('several lines are confirmed together after a preview of each, and undone together', async () => {
  const lines = await books.bankReview();
  const items = [
    ...(await books.itemsToMatch('2026-0819', 1, false)),
    ...(await books.itemsToMatch('2026-0384', 1, false)),
  ];
  const together = ['WIJNHUIS', 'TRAITEUR LAAGLAND'].map((name, at) => {
    const review = lines.find(({ line }) => line.counterparty === name)!;
    const { debtorId, itemId, open } = items[at]!;
    const amount = Math.min(open, review.line.amount);
    const rest = review.line.amount - amount;
    const candidate: MatchCandidate = {
      parts: [{ debtorId, itemId, amount, discount: 0 }],
      debtorId,
      rest,
      score: 0.93,
      reasons: [],
    };
    return { line: { ...review, candidates: [candidate], items }, candidate };
  });
  const { unmount } = draw(<BulkDialog together={together} onClose={() => undefined} />);
  const table = await screen.findByRole('table', { name: 'Wat er wordt gekoppeld' });
  expect(within(table).getAllByRole('row')[2]?.textContent).toMatch(/Traiteur Laagland.*2026-0384.*12,00 tegoed.*93 %/);
  await user.click(screen.getByRole('button', { name: /^Koppel 2 betalingen · €\u00a01\.531,18$/ }));
  unmount();
  await waitFor(() => expect(names()).toEqual(['SEPA INCASSO RETOUR', 'M. PIETERSEN']));
  await screen.findByText('2 betalingen gekoppeld');
  await user.keyboard('z');
  await waitFor(() => expect(names()).toHaveLength(4));
  expect(await allocations('Traiteur Laagland')).toEqual([]);
});
