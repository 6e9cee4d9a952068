export { BetalingenScreen } from './BetalingenScreen.tsx';
