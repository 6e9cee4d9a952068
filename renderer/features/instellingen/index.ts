export { AddressFields, IdentityFields, SenderFields, TermFields } from './AdministrationFields.tsx';
export { administrationOf, type DraftField, emptyDraft } from './administration-draft.ts';
export { InstellingenScreen } from './InstellingenScreen.tsx';
export { LetterheadFields } from './LetterheadFields.tsx';
export { useDraft } from './useDraft.ts';
