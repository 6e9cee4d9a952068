export { AanmanenScreen } from './AanmanenScreen.tsx';
