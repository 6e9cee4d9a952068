import type { Books, Change } from '../books.ts';
import { changedFields } from '../changed-fields.ts';
import { ChangeSet, type Moment } from '../changes.ts';
import type { Policy } from '../policy.ts';
import { refuse } from '../refuse.ts';

/**
 * Saves a policy as a new version; letters keep naming the version they were made under. `known` is the version in force.
 * Refused: no steps, two steps with one id, offsets outside −30…+365, deadlines below 0 or above 365 days (criterion D1).
 */
export function savePolicy(books: Books, policy: Policy, known: Policy | undefined, moment: Moment): Change[] {
  if (policy.name.trim() === '') refuse('bad-input', 'a policy needs a name', { field: 'name' });
  if (policy.steps.length === 0) refuse('bad-input', 'a policy needs a step', { field: 'steps' });
  if (new Set(policy.steps.map((step) => step.id)).size < policy.steps.length) {
    refuse('bad-input', 'two steps have one id', { field: 'steps' });
  }
  for (const { id, offsetDays, deadlineDays, minimumCents } of policy.steps) {
    if (!within(offsetDays, -30, 365)) refuse('bad-input', 'offset out of range', { field: 'offsetDays', step: id });
    if (!within(deadlineDays, 0, 365))
      refuse('bad-input', 'deadline out of range', { field: 'deadlineDays', step: id });
    if (!within(minimumCents, 0, Number.MAX_SAFE_INTEGER)) {
      refuse('bad-input', 'minimum below zero', { field: 'minimumCents', step: id });
    }
  }
  const version = (known?.version ?? 0) + 1;
  const next: Policy = { ...policy, version };
  if (known && !changedFields({ ...known, version: 0 }, { ...next, version: 0 })) return [];
  const set = new ChangeSet(books, moment.at);
  set.record('policy', `${policy.id}@${version}`, next);
  set.event('administration', 'policy-changed', { policyId: policy.id, name: policy.name, version });
  return set.changes;
}

function within(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
