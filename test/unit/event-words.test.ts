import { describe, expect, it, test } from 'vitest';
import { applyChanges, emptyBooks } from '#shared/domain/books.ts';
import type { Command } from '#shared/domain/commands/commands.ts';
import { runCommand } from '#shared/domain/commands/run.ts';
import { inverseOf, undoLines } from '#shared/domain/commands/undo.ts';
import { type DossierEvent, type EventData, type EventType, type NewEvent, nextEvent } from '#shared/domain/event.ts';
import type { Waiver } from '#shared/domain/hold.ts';
import { eventWords, toldEvents } from '#shared/dossier/event-words.ts';
import { timelineOf } from '#shared/dossier/timeline.ts';
import { policiesOf } from '#shared/dunning/policies.ts';
import { createTranslator } from '#shared/i18n/translate.ts';
import { builtInRates } from '#shared/law/rates.ts';
import { administration, booksWith, invoice } from './dunning-books.ts';

const shippedPolicies = [...policiesOf(emptyBooks()).values()];
const dutch = createTranslator('nl');
const at = '2026-11-20T09:00:00';
const letter = { letterId: 'l1', kind: 'reminder', total: 1210_00, currency: 'EUR', deadline: '2026-11-27' };

function event(type: EventType, data: EventData): DossierEvent {
  return nextEvent(1, undefined, { at, type, data });
}

function chain(events: readonly NewEvent[]): readonly DossierEvent[] {
  const all: DossierEvent[] = [];
  for (const one of events) all.push(nextEvent(1, all.at(-1), one));
  return all;
}

test('a planned letter that was made is told once, newest first', () => {
  const events = chain([
    { at, type: 'debtor-created', data: { code: '1', name: 'A' } },
    { at, type: 'letter-planned', data: letter },
    { at, type: 'letter-issued', data: { ...letter, channels: ['email', 'post'] } },
    { at, type: 'letter-planned', data: { ...letter, letterId: 'l2' } },
  ]);
  expect(toldEvents(events).map(({ type }) => type)).toEqual(['letter-planned', 'letter-issued', 'debtor-created']);
});

describe('an event in words', () => {
  test.each<[EventType, EventData, string, string]>([
    [
      'letter-issued',
      { ...letter, channels: ['email', 'post'], batchId: 'b1', pdfSha256: 'ab' },
      'Brief gemaakt',
      'Herinnering · € 1.210,00 · uiterste betaaldatum 27-11-2026 · e-mail + post',
    ],
    [
      'letter-dropped',
      { kind: 'demand', cause: 'failed', reason: 'render-failed' },
      'Brief niet gemaakt',
      'Aanmaning · mislukt',
    ],
    [
      'hold-set',
      { holdId: 'h-1', reason: 'manual', number: 'F-1', until: '2026-12-04', note: 'belt' },
      'Aanmaanblokkade ingesteld',
      'afspraak of eigen keuze · F-1 · t/m 04-12-2026 · belt',
    ],
    [
      'hold-set',
      { reason: 'manual', number: 'F-1', amount: 300_00, currency: 'EUR', until: null, note: 'prijs' },
      'Aanmaanblokkade ingesteld',
      'afspraak of eigen keuze · F-1 · deel: € 300,00 · prijs',
    ],
    [
      'payment',
      {
        source: 'bank',
        items: ['F-1'],
        amount: 98_000,
        currency: 'EUR',
        date: '2026-11-18',
        counterparty: 'J. Kok',
        discount: 2_000,
      },
      'Betaling',
      'F-1 · € 980,00 · 18-11-2026 · J. Kok · € 20,00 op tijd ingehouden',
    ],
    [
      'payment',
      { source: 'bank', items: ['F-1'], amount: -98_000, currency: 'EUR', date: '2026-11-20', reason: 'MD06' },
      'Storno',
      'F-1 · € -980,00 · 20-11-2026 · teruggeboekt door de debiteur',
    ],
    [
      'item-reopened',
      { importId: 'i-1', items: ['F-1'], itemsCount: 1, date: '2026-11-20', reason: 'AM04' },
      'Post weer open',
      'F-1 · onvoldoende saldo',
    ],
    [
      'import',
      {
        kind: 'bank',
        file: 'af.940',
        asOf: '2026-11-20',
        bankUntil: '2026-11-20',
        linesMatched: 40,
        linesToReview: 1,
        linesLeft: 0,
        linesKnown: 2,
        itemsNew: 1,
      },
      'Bankbestand geïmporteerd',
      'af.940 · 40 regels gekoppeld · 1 regel te beoordelen · 2 regels al bekend · t/m 20-11-2026',
    ],
    [
      'payment',
      {
        source: 'hand',
        paymentId: 'hand-1',
        items: ['F-1'],
        itemsCount: 1,
        amount: 120_000,
        currency: 'EUR',
        date: '2026-11-18',
        rest: 20_000,
        note: 'gebeld',
      },
      'Betaling',
      'F-1 · € 1.200,00 · 18-11-2026 · € 200,00 niet toegewezen · met de hand ingevoerd · gebeld',
    ],
    [
      'promise-partly',
      { promiseId: 't', items: ['F-1'], amount: 100_000, paid: 40_000, currency: 'EUR', date: '2026-11-12' },
      'Toezegging deels nagekomen',
      'F-1 · € 400,00 van € 1.000,00 betaald · toegezegd voor 12-11-2026',
    ],
    [
      'plan-broken',
      { planId: 'r', items: ['F-1'], currency: 'EUR', cause: 'second-late', instalment: 2 },
      'Betalingsregeling niet nagekomen',
      'F-1 · termijn 2 · voor de tweede keer te laat',
    ],
    [
      'debtor-merged',
      { from: 2, code: '1002', name: 'Bakkerij', items: 2, open: 80_000 },
      'Debiteuren samengevoegd',
      '1002 Bakkerij hoort er nu bij · 2 posten · € 800,00',
    ],
    [
      'debtor-merged',
      { into: 1, code: 'Bakker', name: 'Bakker', items: 1, open: 0 },
      'Debiteuren samengevoegd',
      'nu onderdeel van Bakker · 1 post · € 0,00',
    ],
    [
      'debtor-merged',
      { code: '1002', name: 'Bakkerij', undone: true },
      'Samenvoegen ongedaan gemaakt',
      '1002 Bakkerij',
    ],
    [
      'item-corrected',
      { number: 'F-2', was: 'F-1', amount: 5_00, currency: 'EUR', date: '2026-11-01', dueDate: '2026-12-01' },
      'Post verbeterd',
      'F-2 · was F-1 · € 5,00 · vervalt 01-12-2026',
    ],
    [
      'outside-level',
      { number: 'F-1', level: 0, on: '2026-11-01' },
      'Eerder aangeschreven, buiten Voldaan',
      'F-1 · niet meer eerder aangemaand',
    ],
    [
      'line-set-aside',
      { amount: 1_250, currency: 'EUR', date: '2026-11-18' },
      'Bankregel terzijde gelegd',
      '€ 12,50 · 18-11-2026',
    ],
    [
      'line-back',
      { amount: 1_250, currency: 'EUR', date: '2026-11-18' },
      'Terzijde gelegde bankregel weer te beoordelen',
      '€ 12,50 · 18-11-2026',
    ],
    [
      'payment',
      {
        amount: 1_250,
        currency: 'EUR',
        date: '2026-11-18',
        source: 'bank',
        score: 0.984,
        why: ['+named-number?number=F-1&written=F-1', '-name-differs?name=X', '+iets-van-later?a=b'],
      },
      'Betaling',
      '€ 12,50 · 18-11-2026 · vanzelf gekoppeld, 98 % zeker: factuurnummer F-1 staat in de omschrijving',
    ],
    [
      'debtor-changed',
      { fields: ['email', 'kind'], email: 'a@b.nl', kind: 'consumer' },
      'Gegevens gewijzigd',
      'e-mailadres, soort',
    ],
    [
      'import',
      { importId: 'i-1', asOf: '2026-11-20', new: ['F-1', 'F-2'], newCount: 60, changed: ['F-9'], changedCount: 1 },
      'Lijst geïmporteerd',
      'nieuw: F-1, F-2 en nog 58 · gewijzigd: F-9 · peildatum 20-11-2026',
    ],
    [
      'import',
      { importId: 'i-1', file: 'posten.csv', sha256: 'ab'.repeat(32), asOf: '2026-11-20', itemsNew: 3, itemsGone: 0 },
      'Lijst geïmporteerd',
      'posten.csv · nieuw: 3 · peildatum 20-11-2026 · SHA-256 abababababababab…',
    ],
    ['import-undone', { importId: 'i-1' }, 'Import ongedaan gemaakt', ''],
    [
      'payment',
      { importId: 'i-1', source: 'list', amount: 30_00, date: '2026-11-19', items: ['F-1'], itemsCount: 1 },
      'Betaling',
      'F-1 · € 30,00 · 19-11-2026',
    ],
    [
      'item-closed',
      { itemId: 'x', number: 'F-1', amount: 12_50, currency: 'USD', by: 'hand' },
      'Post afgehandeld',
      'F-1 · US$ 12,50',
    ],
    [
      'outside-level',
      { levels: ['F-1: 2 (2026-10-26)'], items: ['F-1'], importId: 'i-1' },
      'Eerder aangeschreven, buiten Voldaan',
      'F-1 stap 2 op 26-10-2026',
    ],
    [
      'task',
      { taskId: 't', kind: 'phone', items: ['F-1'], outcome: 'betaalt vrijdag' },
      'Taak afgehandeld',
      'bellen · F-1 · betaalt vrijdag',
    ],
    ['task', { kind: 'reconcile', items: ['F-1'], importId: 'i-1' }, 'Taak', 'afletteren in de boekhouding · F-1'],
    ['note', { noteId: 'n-1', text: 'Belt terug', corrects: null }, 'Notitie', 'Belt terug'],
    ['note', { noteId: 'n-2', text: 'Belt morgen', corrects: 'n-1' }, 'Notitie verbeterd', 'Belt morgen'],
    [
      'dossier-exported',
      { sha256: 'cd'.repeat(32), files: 9 },
      'Dossier geëxporteerd',
      '9 bestanden · SHA-256 cdcdcdcdcdcdcdcd…',
    ],
    ['policy-changed', { policyId: 'p', name: 'Zakelijk', version: 3 }, 'Beleid gewijzigd', 'Zakelijk · versie 3'],
    [
      'rates-changed',
      { rows: 94, checkedUntil: '2027-06-30', shipped: false, sha256: 'ef'.repeat(32) },
      'Rentetabel gewijzigd',
      '94 tarieven · gecontroleerd t/m 30-06-2027 · SHA-256 efefefefefefefef…',
    ],
    [
      'charges-waived',
      { waiverId: 'w', what: 'interest', itemId: 'x', number: 'F-1', reason: 'coulance' },
      'Kwijtgescholden',
      'rente · F-1 · coulance',
    ],
    [
      'waiver-ended',
      { waiverId: 'w', what: 'both', itemId: null, number: null, reason: 'vergissing' },
      'Kwijtschelding teruggenomen',
      'rente en incassokosten · alle posten · vergissing',
    ],
    [
      'due-date-confirmed',
      { itemId: 'x', number: 'F-1', dueDate: '2026-05-31' },
      'Vervaldatum bevestigd',
      'F-1 · 31-05-2026',
    ],
    ['restored', { backup: '2026-11-19T18:00:00', backupSeq: 3 }, 'Back-up teruggezet', 'back-up van 19-11-2026 18:00'],
    [
      'hold-ended',
      { reason: 'manual', number: 'F-1', undone: true },
      'Instellen van de aanmaanblokkade ongedaan gemaakt',
      'afspraak of eigen keuze · F-1',
    ],
    ['task', { taskId: 't', kind: 'phone', undone: true }, 'Afhandeling van een taak ongedaan gemaakt', 'bellen'],
  ])('%s %j', (type, data, title, detail) => {
    const told = eventWords(event(type, data), dutch);
    expect({ ...told, detail: told.detail.replaceAll('\u00a0', ' ') }).toEqual({ title, detail });
  });

  it('formats amounts in the language of the reader', () => {
    expect(eventWords(event('letter-planned', letter), createTranslator('en')).detail).toContain('1,210.00');
  });

  it('is the same in the timeline of a dossier', () => {
    const set = event('hold-set', { reason: 'manual', number: 'F-1', until: null, note: 'belt' });
    expect(timelineOf([set], [], [], dutch)[0]).toMatchObject(eventWords(set, dutch));
  });

  test.each<[Command, string, string]>([
    [
      { type: 'set-hold', debtorId: 1, itemId: 'F1', amount: 40_00, reason: 'manual', until: null, note: 'x' },
      'Instellen van de aanmaanblokkade ongedaan gemaakt',
      'afspraak of eigen keuze · F1 · deel: € 40,00',
    ],
    [
      { type: 'confirm-paid', debtorId: 1, itemIds: ['F2'] },
      'Weer vermoedelijk betaald: afhandeling ongedaan gemaakt',
      'F2',
    ],
    [{ type: 'add-note', debtorId: 1, text: 'Belt terug', corrects: null }, 'Notitie ongedaan gemaakt', 'Belt terug'],
    [
      { type: 'save-administration', administration: { ...administration, name: 'Zuid' } },
      'Wijziging van de administratie ongedaan gemaakt',
      'naam',
    ],
    [
      { type: 'waive', debtorId: 1, itemId: 'F1', what: 'costs', reason: 'x' },
      'Kwijtschelding ongedaan gemaakt',
      'incassokosten · F1',
    ],
    [
      { type: 'end-waiver', debtorId: 1, waiverId: 'w1', reason: 'x' },
      'Weer kwijtgescholden: terugnemen ongedaan gemaakt',
      'rente · alle posten',
    ],
    [
      { type: 'confirm-due-date', debtorId: 1, itemIds: ['F3'] },
      'Bevestiging van de vervaldatum ongedaan gemaakt',
      'F3 · 01-05-2026',
    ],
    [
      { type: 'save-policy', policy: { ...shippedPolicies[0]!, name: 'Zakelijk streng' } },
      'Wijziging van het beleid ongedaan gemaakt',
      'Zakelijk streng · versie 2',
    ],
    [
      {
        type: 'save-rates',
        rates: { ...builtInRates, checkedUntil: { ...builtInRates.checkedUntil, handel: '2027-06-30' } },
      },
      'Wijziging van de rentetabel ongedaan gemaakt',
      '',
    ],
  ])('%j, undone', (command, title, detail) => {
    const derived = invoice('F3', { dueDate: '2026-05-01', dueDerived: true });
    const books = booksWith({ items: [invoice('F1'), invoice('F2', { state: 'presumed-paid' }), derived] });
    const waiver: Waiver = { id: 'w1', itemId: null, what: 'interest', reason: 'y', on: '2026-05-01' };
    books.ledgers.set(1, { ...books.ledgers.get(1), waiver: { w1: waiver } });
    const moment = { today: '2026-06-01', at: '2026-06-01T10:00:00' };
    const done = runCommand(books, command, moment);
    const inverse = inverseOf(books, done);
    applyChanges(books, done);
    applyChanges(books, undoLines(books, inverse, moment));
    const chain = 'debtorId' in command ? 1 : 'administration';
    const said = books.chains.get(chain)?.at(-1);
    const told = eventWords(said!, dutch);
    expect({ ...told, detail: told.detail.replaceAll('\u00a0', ' ') }).toEqual({ title, detail });
  });
});
