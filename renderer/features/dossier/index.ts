export { DossierScreen } from './DossierScreen.tsx';
export { ExportBox } from './ExportBox.tsx';
