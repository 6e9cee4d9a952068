import type { Administration } from '../domain/administration.ts';
import type { Address, Debtor } from '../domain/debtor.ts';
import { type Channel, channels, type Step } from '../domain/policy.ts';
import type { Proposal } from './proposal.ts';

/** Channels a step goes out by for this debtor; empty = `no-contact`. */
export interface ChosenChannels {
  readonly channels: readonly Channel[];
  readonly warnings: readonly Proposal['warnings'][number][];
}

function canPostTo(address: Address | null): boolean {
  return address !== null && address.street !== '' && (address.city !== '' || address.postalCode !== '');
}

/** Whether any channel reaches the debtor at all. */
export function isReachableDebtor(debtor: Debtor): boolean {
  return Boolean(debtor.email) || canPostTo(debtor.address);
}

/**
 * The step's channels as far as they exist: without e-mail (of debtor or administration) by post, without a postal
 * address by e-mail, registered only to an address. A debtor with nothing but an e-mail address keeps the channel
 * e-mail even when the administration cannot mail: the PDF is made.
 */
export function channelsFor(step: Step, debtor: Debtor, administration: Administration): ChosenChannels {
  const post = canPostTo(debtor.address);
  const mail = Boolean(debtor.email) && (Boolean(administration.email) || !post);
  const chosen = new Set<Channel>();
  const warnings = new Set<Proposal['warnings'][number]>();
  for (const channel of step.channels) {
    if (channel === 'email') {
      if (mail) chosen.add('email');
      else {
        warnings.add(debtor.email ? 'no-sender' : 'no-email');
        if (post) chosen.add('post');
      }
    } else if (post) {
      chosen.add(channel);
    } else {
      warnings.add('no-address');
      if (mail) chosen.add('email');
    }
  }
  return { channels: channels.filter((channel) => chosen.has(channel)), warnings: [...warnings] };
}
