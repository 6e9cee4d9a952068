export { DebiteurenScreen } from './DebiteurenScreen.tsx';
export { DebtorBrief } from './DebtorBrief.tsx';
export { eventWords, toldEvents } from './event-words.ts';
export { GateList } from './GateList.tsx';
export { HoldDialog } from './HoldDialog.tsx';
export { NoteComposer } from './NoteComposer.tsx';
