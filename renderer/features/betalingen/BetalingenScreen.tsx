import { useAddress } from '#renderer/commands/address.ts';
import { ReviewView } from './ReviewView.tsx';
import { TakenView } from './TakenView.tsx';

/** Betalingen koppelen: bank lines that wait for a decision, and those that had theirs (criterion A8). */
export function BetalingenScreen() {
  const { query } = useAddress();
  return query.get('toon') === 'gekoppeld' ? <TakenView /> : <ReviewView />;
}
