import type { LostTexts } from './texts.ts';

/** Lost or stolen, in Spanish. */
export const spanishLost: LostTexts = {
  title: 'Perdido o robado',
  lead: 'Vea qué había en él, quién podría leerlo y qué cambiar ahora. No se cambia nada antes de que usted lo declare perdido.',
  which: '¿Qué falta?',
  disk: 'Un disco de copias',
  place: 'Un sitio con copias',
  oldPc: { title: 'El equipo anterior', about: 'Aquel del que este equipo tomó el relevo.' },
  thisPc: {
    title: 'Este equipo no hace copias',
    about:
      'Si falta el que las hace: primero recupere en este equipo con el kit de recuperación. Al tomar el relevo, el que falta queda fuera de sus copias.',
    recover: 'Recuperar con su kit de recuperación',
  },
  nothing: { title: 'No hay nada configurado que se pueda perder', about: 'Los discos y sitios para copias se añaden en Ajustes.' },
  mustChoose: 'Elija qué falta.',
  facts: {
    title: (name) => `${name}: lo que se sabe`,
    lead: 'Responda a tres preguntas. Figuran en la declaración.',
    how: '¿Cómo se perdió?',
    lost: { title: 'Perdido', about: 'Extraviado, olvidado en algún sitio o destruido.' },
    stolen: { title: 'Robado', about: 'Alguien se lo llevó.' },
    noticed: '¿Cuándo se notó?',
  },
  paper: {
    question: '¿Puede estar un kit de recuperación (el papel) en las mismas manos?',
    yes: 'Sí, o no estamos seguros',
    no: 'No, los dos papeles están en la caja fuerte',
  },
  pcDisk: {
    question: '¿Estaba cifrado el disco propio del equipo?',
    hint: 'En Windows se llama BitLocker o cifrado de dispositivo. Su técnico lo sabe.',
    answers: { encrypted: 'Sí', 'not-encrypted': 'No', unknown: 'No lo sabemos' },
  },
  keysLeft: 'Dónde la clave del equipo que falta aún abre copias',
  keyLeft: {
    'still-there': (place) => `${place}: su clave aún está. Lifeboat la retira en cuanto puede.`,
    'not-looked': (place) => `${place}: no está conectado ahora, así que nadie pudo mirar. Conéctelo una vez.`,
  },
  declare: 'Declararlo perdido',
  declareMeans: (name) =>
    `Desde entonces nadie espera a ${name} y no cuenta para nada. Lo que hay en él sigue cifrado. Si aparece, añádalo de nuevo en Ajustes.`,
  declarePcMeans:
    'Este equipo ya ocupa su lugar. Al declararlo perdido se quita su clave de todas las copias que se alcancen, queda constancia de lo que usted sabe y recibe la lista de lo que hay que cambiar ahora.',
  declared: {
    title: (name) => `${name} está declarado como perdido`,
    lead: 'Haga esto ahora. La declaración de abajo es para su archivo, su aseguradora y su asesor jurídico.',
    statement: 'Hacer la declaración',
    making: 'Se está haciendo la declaración…',
    open: 'Abrir la declaración para imprimirla o guardarla',
    openHint: 'Un PDF con lo que había en él, quién podría leerlo y una línea para firmar.',
  },
  before: {
    title: 'Declarado antes',
    table: 'Declarado como perdido antes, primero lo más reciente',
    what: 'Qué',
    when: 'Declarado',
    open: 'Ver',
    unreadable: (count) =>
      count === 1
        ? 'Consta una pérdida más, pero lo que se anotó de ella no se ha podido leer.'
        : `Constan ${count} pérdidas más, pero lo que se anotó de ellas no se ha podido leer.`,
  },
  unreadable: {
    title: 'Esta pérdida no se ha podido leer',
    about:
      'Consta que se declaró perdido algo, pero lo que se anotó está dañado. Las copias y los puntos de restauración no se ven afectados.',
  },
  gone: { title: 'No hay tal pérdida', about: 'Puede haberse declarado en otro equipo.' },
};
