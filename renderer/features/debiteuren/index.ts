export { DebiteurenScreen } from './DebiteurenScreen.tsx';
export { DebtorBrief } from './DebtorBrief.tsx';
export { GateList } from './GateList.tsx';
export { HoldDialog } from './HoldDialog.tsx';
export { NoteComposer } from './NoteComposer.tsx';
export { reviewOf, WaitingMoneyLink } from './WaitingMoneyLink.tsx';
