import { beforeAll, describe, expect, it } from 'vitest';
import { createInProcessRenderer } from '#electron/letters/in-process.ts';
import type { LetterRenderer, Rendered } from '#electron/letters/rendered.ts';
import { headerText, mailAddresses } from '#electron/mail/header-text.ts';
import { escaped, html } from '#electron/mail/safe-html.ts';
import type { LetterPlan } from '#shared/domain/letter.ts';
import { creditor, invoiceLine, letterPlan } from '#test/golden/letter-plans.ts';

let renderer: LetterRenderer;
beforeAll(() => {
  renderer = createInProcessRenderer('assets');
});

const debtor = letterPlan().debtor;
const make = (given: Partial<LetterPlan> = {}, copies = 0): Promise<Rendered> =>
  renderer.render({
    plan: letterPlan(given),
    mode: 'issue',
    logo: null,
    pdfName: 'Herinnering.pdf',
    copies: Array.from({ length: copies }, (_, n) => ({ name: `factuur-${n}.pdf`, bytes: new Uint8Array([37, 80]) })),
  });
const emlOf = async (given: Partial<LetterPlan> = {}) => Buffer.from((await make(given)).eml ?? '').toString('latin1');
const headOf = (eml: string) => eml.slice(0, eml.indexOf('\r\n\r\n')).replace(/\r\n\s+/g, ' ');

describe('the mail of a letter (criterion E5)', () => {
  it('is an unsent draft with text, HTML and the PDF', async () => {
    const eml = await emlOf();
    const head = headOf(eml);
    expect(head).toContain('X-Unsent: 1');
    expect(head).toContain('From: "Groothandel Noordkade B.V." <debiteuren@noordkade.example>');
    expect(head).toContain('To: "Bakkerij De Gouden Aar B.V." <administratie@goudenaar.example>');
    expect(head).toContain('Date: Fri, 20 Nov 2026 08:00:00 +0000');
    expect(head).toMatch(/Message-ID: <[0-9a-f]{40}@voldaan\.invalid>/);
    for (const part of [
      'multipart/alternative',
      'text/plain',
      'text/html',
      'application/pdf',
      'filename=Herinnering.pdf',
    ]) {
      expect(eml).toContain(part);
    }
  });

  it('the same letter gives the same bytes', async () => {
    expect(await emlOf()).toBe(await emlOf());
  });

  it.each([
    ['the creditor has no e-mail', { creditor: { ...creditor, email: null } }],
    ['the debtor has none', { debtor: { ...debtor, email: null } }],
    ['the letter goes by post only', { channels: ['post'] }],
    ['the address is no address', { debtor: { ...debtor, email: 'bel mij maar' } }],
  ] satisfies [string, Partial<LetterPlan>][])('there is none when %s', async (_, given) => {
    expect((await make(given)).eml).toBeNull();
  });

  it('text and HTML hold amount, deadline, IBAN and reference', async () => {
    const mail = (await make({ kind: 'demand' })).mail;
    for (const body of [mail?.text ?? '', (mail?.html ?? '').replaceAll('\u00a0', ' ')]) {
      for (const part of [
        '€ 6.246,25',
        'vrijdag 27 november 2026',
        'NL91 ABNA 0417 1643 00',
        '10042-20261120',
        '6:119a',
        'PDF',
      ]) {
        expect(body).toContain(part);
      }
    }
  });

  it('fetches nothing: no images, scripts, fonts or styles from elsewhere', async () => {
    const page = (await make()).mail?.html ?? '';
    expect(page).not.toMatch(/<img|<script|@import|url\(|<link/i);
    expect([...page.matchAll(/https?:\/\/[^"'\s<]+/g)].map(([url]) => url)).toEqual(['http://www.w3.org/1999/xhtml']);
  });

  it('shows names as text, whatever they hold', async () => {
    const name = '<img src=x onerror=alert(1)> & "Zn" \u202e@@ITEMS@@';
    const mail = (await make({ debtor: { ...debtor, name }, creditor: { ...creditor, name } })).mail;
    expect(mail?.html).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;Zn&quot; @@ITEMS@@');
    expect(mail?.html).not.toContain('<img');
    expect(mail?.html).not.toContain('\u202e');
  });

  it('a name cannot add a header', async () => {
    const name = 'Boef\r\nBcc: iedereen@example.com\0';
    const head = headOf(await emlOf({ creditor: { ...creditor, name }, debtor: { ...debtor, name } }));
    expect(head).not.toMatch(/^bcc:/im);
    expect(head).not.toContain('\0');
  });

  it('says so when invoice copies are attached', async () => {
    expect((await make({}, 2)).mail?.text).toContain('kopieën van de facturen');
    expect(Buffer.from((await make({}, 2)).eml ?? '').toString('latin1')).toContain('factuur-1.pdf');
  });

  it('has a button for the one payment link', async () => {
    const items = [invoiceLine(1, { paymentLink: 'https://pay.example/x?a=1&b=2' })];
    expect((await make({ items })).mail?.html).toContain('href="https://pay.example/x?a=1&amp;b=2"');
  });
});

describe('headers and HTML', () => {
  it.each([
    ['een\r\ntwee', 'een twee'],
    ['nul\0punt', 'nul punt'],
    ['om\u202egekeerd\u2066', 'omgekeerd'],
    ['  ruim  ', 'ruim'],
  ])('%j → %j', (given, text) => expect(headerText(given)).toBe(text));

  it.each([
    ['a@b.nl', ['a@b.nl']],
    ['a@b.nl; c@d.nl', ['a@b.nl', 'c@d.nl']],
    ['a@b.nl\r\nBcc: x@y.nl', []],
    ['"A" <a@b.nl>', ['a@b.nl']],
    ['A <a@b.nl', []],
    [null, []],
  ])('addresses in %j → %j', (given, addresses) => expect(mailAddresses(given)).toEqual(addresses));

  it('escapes once and keeps what is safe', () => {
    expect(html`<b>${`"a" & <b>`}</b>${{ safe: escaped(`'`) }}`).toBe('<b>&quot;a&quot; &amp; &lt;b&gt;</b>&#39;');
  });
});
