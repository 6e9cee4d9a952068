import { type Channel, channels, type Policy, type Step } from '#shared/domain/policy.ts';
import { isNoticeOfDefault, rankOf, shippedPolicies } from '#shared/dunning/policies.ts';

/** A number as a field holds it: a number, or text while it is being typed. */
type Typed = number | string;

export type Anchor = 'before' | 'due' | 'previous';
export type Charging = Step['interest'];

/** A step as its form holds it. `offset` is never negative: `anchor` says on which side of the due date it lies. */
export interface StepDraft {
  readonly id: string;
  readonly action: Step['action'];
  readonly anchor: Anchor;
  readonly offset: Typed;
  readonly deadline: Typed;
  readonly channels: readonly Channel[];
  /** In euros. */
  readonly minimum: Typed;
  readonly interest: Charging;
  readonly costs: Charging;
}

/** What a step of a policy can be, lightest first; the other letters are made by hand. */
export const stepActions = [
  'pre-due-notice',
  'reminder',
  'second-reminder',
  'phone',
  'demand',
  'default-notice',
  'fourteen-day-letter',
  'final-demand',
  'collection-ready',
] as const satisfies readonly Step['action'][];

export type StepField = 'offset' | 'anchor' | 'deadline' | 'channels' | 'minimum';
/** Keys under `instellingen.beleid.faults`, by step id and field. */
export type StepFaults = Readonly<Record<string, Partial<Record<StepField, string>>>>;

export type WarningKey = 'never-charges' | 'no-fourteen-day-letter' | 'no-default' | 'no-deadline' | 'lighter';
export interface PolicyWarning {
  readonly key: WarningKey;
  /** 1 = the first step; null = the policy as a whole. */
  readonly place: number | null;
}

export function isLetter(action: Step['action']): boolean {
  return action !== 'phone' && action !== 'collection-ready';
}

export function draftOf({ steps }: Pick<Policy, 'steps'>): readonly StepDraft[] {
  return steps.map((step) => ({
    id: step.id,
    action: step.action,
    anchor: step.from === 'previous' ? 'previous' : step.offsetDays < 0 ? 'before' : 'due',
    offset: Math.abs(step.offsetDays),
    deadline: step.deadlineDays,
    channels: step.channels,
    minimum: step.minimumCents / 100,
    interest: step.interest,
    costs: step.costs,
  }));
}

/** The steps a faultless draft describes. */
export function stepsOf(draft: readonly StepDraft[]): readonly Step[] {
  return draft.map((step) => ({
    id: step.id,
    action: step.action,
    from: step.anchor === 'previous' ? 'previous' : 'due',
    offsetDays: step.anchor === 'before' ? -Number(step.offset) : Number(step.offset),
    deadlineDays: Number(step.deadline),
    channels: step.channels,
    minimumCents: Math.round(Number(step.minimum) * 100),
    interest: step.interest,
    costs: step.costs,
  }));
}

/** The shipped version of a policy; undefined for a policy of the office's own. */
export function shippedVersion(id: string): Policy | undefined {
  return shippedPolicies.find((policy) => policy.id === id);
}

/** A step that became another: what that cannot have falls away, what the law fixes is filled in. */
export function withAction(step: StepDraft, action: Step['action']): StepDraft {
  const next = { ...step, action };
  if (action === 'pre-due-notice')
    return { ...next, ...noCharges, anchor: 'before', offset: step.offset || 3, deadline: 0 };
  const after: StepDraft = { ...next, anchor: step.anchor === 'before' ? 'due' : step.anchor };
  if (!isLetter(action)) return { ...after, ...noCharges, deadline: 0, channels: [] };
  const letter: StepDraft = { ...after, channels: step.channels.length > 0 ? step.channels : ['email'] };
  if (action === 'fourteen-day-letter') return { ...letter, interest: 'none', costs: 'announce', deadline: 0 };
  return letter.deadline === 0 ? { ...letter, deadline: 7 } : letter;
}

const noCharges = { interest: 'none', costs: 'none' } as const;

/** The step with a channel put on or off, in the order letters name them. */
export function withChannel(step: StepDraft, channel: Channel, on: boolean): StepDraft {
  return { ...step, channels: channels.filter((each) => (each === channel ? on : step.channels.includes(each))) };
}

/** One more step at the end, to change from there: a reminder to begin with, else a call. */
export function withNewStep(draft: readonly StepDraft[]): readonly StepDraft[] {
  const taken = new Set(draft.map(({ id }) => id));
  let number = draft.length + 1;
  while (taken.has(`stap-${number}`)) number++;
  const isFirst = draft.length === 0;
  return [
    ...draft,
    {
      id: `stap-${number}`,
      action: isFirst ? 'reminder' : 'phone',
      anchor: isFirst ? 'due' : 'previous',
      offset: 3,
      deadline: isFirst ? 7 : 0,
      channels: isFirst ? ['email'] : [],
      minimum: 0,
      ...noCharges,
    },
  ];
}

/** The step one place up or down; the draft itself when it cannot go further. Whatever comes first counts from the due date. */
export function moved(draft: readonly StepDraft[], id: string, by: -1 | 1): readonly StepDraft[] {
  const at = draft.findIndex((step) => step.id === id);
  const step = draft[at];
  if (!step || !draft[at + by]) return draft;
  return fromDue(draft.toSpliced(at, 1).toSpliced(at + by, 0, step));
}

export function without(draft: readonly StepDraft[], id: string): readonly StepDraft[] {
  return fromDue(draft.filter((step) => step.id !== id));
}

function fromDue(draft: readonly StepDraft[]): readonly StepDraft[] {
  return draft.map((step, at) => (at === 0 && step.anchor === 'previous' ? { ...step, anchor: 'due' } : step));
}

const isWhole = (value: Typed, least: number, most: number) =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;

/** What cannot be saved, by step and field; the same limits as the rule that saves (criterion D1). */
export function stepFaults(draft: readonly StepDraft[]): StepFaults {
  const faults: Record<string, Partial<Record<StepField, string>>> = {};
  for (const [at, step] of draft.entries()) {
    const own: Partial<Record<StepField, string>> = {};
    if (step.anchor === 'before' ? !isWhole(step.offset, 1, 30) : !isWhole(step.offset, 0, 365)) {
      own.offset = step.anchor === 'before' ? 'before' : 'offset';
    }
    if (at === 0 && step.anchor === 'previous') own.anchor = 'first';
    else if (step.anchor === 'before' && step.action !== 'pre-due-notice') own.anchor = 'earlyLetter';
    else if (step.anchor !== 'before' && step.action === 'pre-due-notice') own.anchor = 'lateNotice';
    if (!isWhole(step.deadline, 0, 365)) own.deadline = 'deadline';
    if (typeof step.minimum !== 'number' || step.minimum < 0) own.minimum = 'minimum';
    if (isLetter(step.action) && step.channels.length === 0) own.channels = 'channels';
    if (Object.keys(own).length > 0) faults[step.id] = own;
  }
  return faults;
}

export function faultCount(faults: StepFaults): number {
  return Object.values(faults).reduce((count, own) => count + Object.keys(own).length, 0);
}

/** What can be saved but may not be meant; `consumer` = the policy consumers get unless another is chosen. */
export function policyWarnings(draft: readonly StepDraft[], consumer: boolean): readonly PolicyWarning[] {
  const warnings: PolicyWarning[] = [];
  if (!draft.some(({ interest, costs }) => interest === 'charge' || costs === 'charge')) {
    warnings.push({ key: 'never-charges', place: null });
  }
  for (const [at, step] of draft.entries()) {
    const before = draft.slice(0, at);
    const place = at + 1;
    const isAfterNotice = before.some(({ action }) => action === 'fourteen-day-letter');
    if (consumer && step.costs === 'charge' && !isAfterNotice) warnings.push({ key: 'no-fourteen-day-letter', place });
    if (step.action === 'fourteen-day-letter' && !before.some(putsInDefault))
      warnings.push({ key: 'no-default', place });
    if (needsDeadline(step) && step.deadline === 0) warnings.push({ key: 'no-deadline', place });
    const rank = rankOf(step.action);
    if (rank >= 0 && before.some(({ action }) => rankOf(action) > rank)) warnings.push({ key: 'lighter', place });
  }
  return warnings;
}

function putsInDefault({ action, deadline }: StepDraft): boolean {
  return action !== 'phone' && action !== 'collection-ready' && isNoticeOfDefault(action) && Number(deadline) > 0;
}

/** Letters whose term is for the office to choose: the law fixes that of a veertiendagenbrief, a pre-due notice has the due date. */
export function needsDeadline({ action }: Pick<StepDraft, 'action'>): boolean {
  return isLetter(action) && action !== 'fourteen-day-letter' && action !== 'pre-due-notice';
}
