import { describe, expect, it } from 'vitest';
import {
  draftOf,
  faultCount,
  moved,
  policyWarnings,
  type StepDraft,
  shippedVersion,
  stepFaults,
  stepsOf,
  withAction,
  withChannel,
  withNewStep,
  without,
} from '#renderer/features/instellingen/beleid/policy-edit.ts';
import { emptyBooks } from '#shared/domain/books.ts';
import { savePolicy } from '#shared/domain/commands/policy.ts';
import { shippedPolicies } from '#shared/dunning/policies.ts';

const consument = draftOf(shippedVersion('consument')!);
const changed = (at: number, change: Partial<StepDraft>) =>
  consument.map((step, index) => (index === at ? { ...step, ...change } : step));
const actions = (draft: readonly StepDraft[]) => draft.map(({ action }) => action);
const warningsOf = (draft: readonly StepDraft[], consumer = true) =>
  policyWarnings(draft, consumer).map(({ key, place }) => `${key} ${place ?? ''}`.trim());

describe('the form of a policy', () => {
  it.each(shippedPolicies.map((policy) => [policy.id, policy] as const))(
    'takes %s as it comes and gives it back unchanged',
    (_id, policy) => {
      const draft = draftOf(policy);
      expect(stepsOf(draft)).toEqual(policy.steps);
      expect(faultCount(stepFaults(draft))).toBe(0);
    },
  );

  it.each([
    ['half a day', 0, { offset: 1.5 }, 'offset'],
    ['more than a year', 1, { offset: 366 }, 'offset'],
    ['an empty field', 1, { offset: '' }, 'offset'],
    ['a reminder before the due date', 0, { anchor: 'before', offset: 5 }, 'anchor'],
    ['a notice after the due date', 0, { action: 'pre-due-notice' }, 'anchor'],
    ['a first step after a previous letter', 0, { anchor: 'previous' }, 'anchor'],
    ['a term over a year', 1, { deadline: 400 }, 'deadline'],
    ['a negative amount', 1, { minimum: -1 }, 'minimum'],
    ['a letter without a channel', 1, { channels: [] }, 'channels'],
  ] as const)('refuses %s at its field', (_what, at, change, field) => {
    const faults = stepFaults(changed(at, change));
    expect(Object.entries(faults).map(([id, own]) => [id, Object.keys(own)])).toEqual([[consument[at]!.id, [field]]]);
  });

  it('refuses nothing less than the rule that saves', () => {
    const moment = { today: '2026-11-20', at: '2026-11-20T09:00:00' };
    const known = shippedVersion('consument')!;
    const save = (draft: readonly StepDraft[]) =>
      savePolicy(emptyBooks(), { ...known, steps: stepsOf(draft) }, known, moment);
    for (const wrong of [{ offset: 366 }, { deadline: -1 }, { deadline: 366 }, { minimum: -1 }, { offset: 0.5 }]) {
      expect(faultCount(stepFaults(changed(1, wrong))), JSON.stringify(wrong)).toBe(1);
      expect(() => save(changed(1, wrong))).toThrow();
    }
    expect(save(changed(1, { offset: 365, deadline: 0, minimum: 0 })).length).toBeGreaterThan(0);
  });
});

describe('the order of steps', () => {
  it('moves by one place, and not past an end', () => {
    expect(actions(moved(consument, 'veertiendagenbrief', -1)).slice(1, 3)).toEqual(['fourteen-day-letter', 'demand']);
    expect(moved(consument, 'herinnering', -1)).toBe(consument);
    expect(moved(consument, consument.at(-1)!.id, 1)).toBe(consument);
  });

  it('has whatever comes first count from the due date', () => {
    expect(moved(consument, 'aanmaning', -1)[0]).toMatchObject({ id: 'aanmaning', anchor: 'due' });
    expect(without(consument, 'herinnering')[0]).toMatchObject({ id: 'aanmaning', anchor: 'due' });
  });

  it('grows at the end by a step with an id of its own', () => {
    const grown = withNewStep(withNewStep(without(consument, 'aanmaning')));
    expect(new Set(grown.map(({ id }) => id)).size).toBe(grown.length);
    expect(faultCount(stepFaults(grown))).toBe(0);
    expect(withNewStep([])[0]).toMatchObject({ action: 'reminder', anchor: 'due' });
  });
});

describe('a step that becomes another', () => {
  const demand = consument[1]!;
  it.each([
    ['fourteen-day-letter', { deadline: 0, interest: 'none', costs: 'announce' }],
    ['phone', { deadline: 0, channels: [], interest: 'none', costs: 'none' }],
    ['collection-ready', { channels: [], costs: 'none' }],
    ['pre-due-notice', { anchor: 'before', deadline: 0, interest: 'none', costs: 'none' }],
    ['final-demand', { deadline: 14, channels: ['email', 'post'] }],
  ] as const)('%s has only what it can have', (action, expected) => {
    const step = withAction({ ...demand, interest: 'charge', costs: 'charge' }, action);
    expect(step).toMatchObject({ id: demand.id, action, ...expected });
    expect(stepFaults([consument[0]!, step])).toEqual({});
  });

  it('a letter again gets a channel and a term', () => {
    const call = withAction(demand, 'phone');
    expect(withAction(call, 'demand')).toMatchObject({ channels: ['email'], deadline: 7 });
    expect(withAction(withAction(demand, 'pre-due-notice'), 'reminder').anchor).toBe('due');
  });

  it('names its channels in one order', () => {
    expect(withChannel({ ...demand, channels: ['post'] }, 'email', true).channels).toEqual(['email', 'post']);
    expect(withChannel(demand, 'email', false).channels).toEqual(['post']);
  });
});

describe('warnings', () => {
  it('are none for the shipped business and consumer policies', () => {
    expect(warningsOf(consument)).toEqual([]);
    expect(warningsOf(draftOf(shippedVersion('zakelijk')!), false)).toEqual([]);
  });

  it.each([
    ['a policy that never charges', changed(3, { interest: 'none', costs: 'none' }), ['never-charges']],
    ['a letter without a term', changed(0, { deadline: 0 }), ['no-deadline 1']],
    ['costs without a veertiendagenbrief', without(consument, 'veertiendagenbrief'), ['no-fourteen-day-letter 3']],
    ['a veertiendagenbrief without a demand', without(consument, 'aanmaning'), ['no-default 2']],
    ['a demand that gives no term', changed(1, { deadline: 0 }), ['no-deadline 2', 'no-default 3']],
    ['a lighter letter later', moved(consument, 'aanmaning', -1), ['lighter 2']],
  ])('tell of %s', (_what, draft, expected) => expect(warningsOf(draft)).toEqual(expected));

  it('leave the veertiendagenbrief out for businesses', () => {
    expect(warningsOf(without(consument, 'veertiendagenbrief'), false)).toEqual([]);
  });
});
