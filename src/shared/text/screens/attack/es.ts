import { formatCount } from '../../../format/index.ts';
import type { AttackTexts } from './texts.ts';
import { fullStop } from '../../full-stop.ts';

/** "I think we are being attacked", in Spanish. */
export const spanishAttack: AttackTexts = {
  title: 'Creo que nos están atacando',
  lead: 'Mejor una vez de más que una vez tarde: si fue una falsa alarma, todo vuelve a estar como antes.',
  first: {
    title: 'Primero, a mano',
    steps: [
      'Desconecte el cable de red del equipo que se comporta de forma extraña, o desactive su Wi-Fi. No apague el equipo.',
      'Desconecte los discos de copias que Lifeboat da por seguros y aléjelos del equipo.',
      'Llame a su técnico y al proveedor del sistema de la farmacia, desde un teléfono.',
    ],
  },
  does: {
    title: 'Qué hace Lifeboat entonces',
    lines: [
      'Ya no se borra nada antiguo, en ningún lugar.',
      'Se conserva la copia comprobada más nueva de todo, de antes del ataque, digan lo que digan las reglas.',
      'Ya no se escribe en lugares donde alguien en este equipo podría destruirlo. Los que no se pueden destruir siguen.',
      'Las copias hechas desde el momento que usted indique se marcan como sospechosas y no se proponen para recuperar.',
      'Se avisa a todas las personas que reciben avisos.',
    ],
    undo: 'No se cambia ni se borra nada suyo. Se termina aquí, en esta página.',
  },
  since: {
    label: '¿Desde cuándo parece que algo va mal?',
    hint: 'Mejor demasiado pronto que demasiado tarde.',
    choices: { now: 'Ahora mismo', today: 'Desde esta mañana', yesterday: 'Desde ayer', week: 'Desde hace una semana' },
  },
  begin: 'Proteger las copias ahora',
  confirm: {
    title: '¿Proteger las copias ahora?',
    body: 'Lifeboat deja de escribir donde las copias podrían destruirse, no borra nada y conserva la copia comprobada más nueva de todo. Puede terminarlo en cualquier momento.',
  },
  on: {
    title: 'Las copias están protegidas',
    lead: (said, since) => `Dicho: ${said}. No se confía en las copias hechas desde: ${fullStop(since)}`,
    kept: (count) =>
      count === 1
        ? 'Se conserva 1 punto de recuperación, pase lo que pase.'
        : `Se conservan ${formatCount(count)} puntos de recuperación, pase lo que pase.`,
    disks: 'Discos',
    safe: (disk) => `${disk} se puede desconectar. Aléjelo de este equipo ahora.`,
    notSafe: (disk) => `Aún se está escribiendo en ${disk}. Pregunte de nuevo en un momento, en los ajustes.`,
    restore: 'Recuperar en un equipo limpio…',
    lost: 'Perdido o robado…',
  },
  end: {
    title: 'Cuando haya pasado',
    lead: 'Decídalo junto con su técnico.',
    falseAlarm: {
      label: 'Fue una falsa alarma…',
      title: '¿Fue una falsa alarma?',
      body: 'Todo sigue como antes y ninguna copia es ya sospechosa. En caso de duda, cancele.',
    },
    over: {
      label: 'Ha pasado…',
      title: '¿Ha pasado?',
      body: 'Las copias continúan. Lo copiado entretanto sigue marcado como sospechoso y no se borra nada durante otros 30 días.',
    },
  },
  home: 'Ir a Inicio',
};
