export { AttackScreen } from './attack-screen.tsx';
