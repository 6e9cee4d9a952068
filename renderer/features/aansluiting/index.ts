export { AansluitingScreen } from './AansluitingScreen.tsx';
