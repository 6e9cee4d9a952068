import { nodeAt, textOf, type XmlNode } from '../../xml/tree.ts';
import { accountOrNull, textOrNull } from '../information/information.ts';

/** The other side of a transaction, as far as the file names it. */
export interface Party {
  readonly name: string | null;
  readonly account: string | null;
}

/** The account the statement is of, and in whose name it stands. */
export interface OwnAccount {
  readonly account: string;
  readonly names: readonly string[];
}

const nobody: Party = { name: null, account: null };

/**
 * The counterparty of a transaction (formats document §3.3): who paid what was received, who received what was paid. Returns
 * keep the roles of the first payment, so that where the expected side is empty or the account itself, the other one is it.
 */
export function counterpartyOf(detail: XmlNode | null, isCredit: boolean, own: OwnAccount): Party {
  const parties = nodeAt(detail, 'RltdPties');
  if (parties === null) return nobody;
  const debtor = partyIn(parties, 'Dbtr');
  const creditor = partyIn(parties, 'Cdtr');
  const [expected, other] = isCredit ? [debtor, creditor] : [creditor, debtor];
  const isCounter = !isEmpty(expected) && !isOwn(expected, own);
  // Without an account it cannot be seen to be the holder: in a return it is, by its role.
  const isTold = expected.account !== null || nodeAt(detail, 'RtrInf') === null;
  if (isCounter && (isTold || isEmpty(other) || isOwn(other, own))) return expected;
  return isOwn(other, own) ? nobody : other;
}

function isEmpty({ name, account }: Party): boolean {
  return name === null && account === null;
}

function isOwn({ name, account }: Party, own: OwnAccount): boolean {
  if (account !== null) return account === own.account;
  return name !== null && own.names.includes(name.toLowerCase());
}

/** `Dbtr` or `Cdtr` with its account; without a name the party behind it, `UltmtDbtr` or `UltmtCdtr`. */
function partyIn(parties: XmlNode, role: 'Dbtr' | 'Cdtr'): Party {
  return {
    name: nameOf(nodeAt(parties, role)) ?? nameOf(nodeAt(parties, role === 'Dbtr' ? 'UltmtDbtr' : 'UltmtCdtr')),
    account: accountIn(nodeAt(parties, role === 'Dbtr' ? 'DbtrAcct' : 'CdtrAcct')),
  };
}

/** A name, since version 08 inside `Pty` or `Agt`. */
export function nameOf(party: XmlNode | null): string | null {
  if (party === null) return null;
  return textOrNull(textOf(party, 'Nm') ?? textOf(party, 'Pty/Nm') ?? textOf(party, 'Agt/FinInstnId/Nm') ?? undefined);
}

/** The number of an account: an IBAN, or another as given. */
function accountIn(account: XmlNode | null): string | null {
  const id = nodeAt(account, 'Id');
  if (id === null) return null;
  const number = textOf(id, 'IBAN') ?? textOf(id, 'Othr/Id') ?? textOf(id, 'BBAN') ?? textOf(id, 'PrtryAcct/Id');
  return accountOrNull(number ?? undefined);
}
