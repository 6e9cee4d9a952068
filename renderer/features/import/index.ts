export { FolderPlace } from './FolderPlace.tsx';
export { ImportScreen } from './ImportScreen.tsx';
export { addFiles, forgetImports } from './job.ts';
