import type { ProtectionSentences } from './sentences.ts';

/** Próximos pasos en un terminal, en español. Los que no están aquí valen en cualquier lugar. */
export const spanishTerminalSteps: ProtectionSentences['terminal'] = {
  'no-source': () => 'Indique qué proteger en el archivo de configuración y ejecute: lifeboat setup --from ARCHIVO',
  'no-destination': () => 'Indique un lugar dentro y otro fuera de la farmacia en el archivo y ejecute: lifeboat setup --from ARCHIVO',
  'never-backed-up': () => 'Ejecute: lifeboat run',
  'backup-failing': () => 'Para ver qué necesita, ejecute: lifeboat run',
  'backup-overdue': () => 'Ejecute ahora lifeboat run y deje en marcha lifeboat serve desde entonces.',
  'too-old': () => 'Ejecute: lifeboat run',
  'source-shrunk': () =>
    'Compruébelo en el sistema de la farmacia. Para comparar, ponga al lado una copia anterior con: lifeboat restore-source NOMBRE --beside',
  'not-proven-on-site': () => 'Ejecute: lifeboat prove',
  'not-proven-off-site': () => 'Ejecute: lifeboat prove',
  'proof-failed': () => 'Para ver qué difiere, ejecute: lifeboat prove',
  'proof-overdue': () => 'Conecte el disco si está fuera y ejecute: lifeboat prove',
  'place-not-opened': () =>
    'Conéctelo mientras esté aquí otro lugar al que este equipo ya accede y ejecute: lifeboat run. Si no hay otro, saque un papel de la caja fuerte: lifeboat kit open NOMBRE',
  'damage-found': () => 'No confíe en él: ejecute lifeboat run y cambie el disco si vuelve a ocurrir.',
  'credential-expires-soon': () => 'Pida a su informático un acceso nuevo y ejecute de nuevo lifeboat setup con él.',
  'credential-expired': () => 'Pida a su informático un acceso nuevo y ejecute de nuevo lifeboat setup con él.',
  'nobody-reachable': () => 'Confirme la dirección de dos personas: lifeboat people confirm NOMBRE',
  'only-one-reachable': () => 'Confirme una segunda dirección, para vacaciones y bajas: lifeboat people confirm NOMBRE',
  'kit-never-tested': () => 'Saque el papel de la caja fuerte y escriba la clave una vez: lifeboat kit test',
  'kit-test-overdue': () => 'Saque el papel de la caja fuerte y escriba la clave una vez: lifeboat kit test',
  'kit-stale': () => 'Imprímalo de nuevo y guarde el papel nuevo en la caja fuerte: lifeboat kit save ARCHIVO.pdf',
  'self-check-failed': () => 'Para ver qué necesita, ejecute: lifeboat prove',
  paused: () => 'Entonces siguen por sí solas.',
  'attack-suspected': () => 'Desconecte los discos en los que no se escribe y saque el PC de la red.',
};
