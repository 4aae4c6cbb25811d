import type { TrayTexts } from './texts.ts';

/** The icon beside the clock, in Spanish. */
export const spanishTray: TrayTexts = {
  notRunning: 'Lifeboat se está iniciando o no está en marcha: ahora no se hacen copias',
  state: (headline, reason) => (reason === undefined ? headline : `${headline}: ${reason}`),
  working: 'Trabajando en ello',
  messagesFail: 'Este equipo no muestra los mensajes de Lifeboat: mire aquí',
  pausedUntil: (moment) => `En pausa hasta ${moment}`,
  backUpNow: 'Copiar ahora',
  closeDay: 'Cerrar el día: copiar y luego apagar',
  keepOn: 'No apagar',
  vendorUpdates: 'El proveedor actualiza hoy',
  release: (disk) => `¿Puedo llevarme a casa ${disk}?`,
  pauseHour: 'Pausa de 1 hora',
  pauseTomorrow: 'Pausa hasta mañana',
  resume: 'Seguir con las copias',
  open: 'Abrir Lifeboat',
  startAtSignIn: 'Iniciar cuando inicio sesión',
  quitOwner: 'Salir: no habrá copias hasta que Lifeboat se inicie de nuevo',
  quitFace: 'Ocultar este icono: las copias continúan',
  askQuit: {
    title: '¿Salir de Lifeboat?',
    body: 'No se hacen copias hasta que Lifeboat se inicie de nuevo o alguien inicie sesión en este equipo.',
    bodyWhileWorking:
      'Lifeboat está trabajando. Lo que no esté terminado se detiene ahora y se recupera tras el próximo inicio. Hasta entonces no se hacen copias.',
    quit: 'Salir',
    stay: 'Continuar',
  },
  released: (disk) => ({ title: `Puede llevarse ${disk} a casa`, body: 'No se está escribiendo nada en él. Desconéctelo y lléveselo.' }),
  notReleased: (disk) => ({
    title: `Deje ${disk} donde está`,
    body: 'Todavía se está escribiendo algo. Inténtelo de nuevo en unos minutos.',
  }),
  vendorExpected: {
    title: 'Listo para la actualización',
    body: 'Se conservan las copias más recientes, ha empezado otra copia y hoy se esperan cambios.',
  },
  failed: (reason) => ({ title: 'No ha funcionado', body: reason }),
  day: {
    begun: { title: 'Cerrando el día', body: 'Lifeboat copia ahora. El equipo se apaga cuando todo esté copiado; puede irse a casa.' },
    ending: (seconds, withWarnings) => ({
      title: `Copia hecha${withWarnings ? ', con avisos' : ''}: este equipo se apaga en ${seconds} segundos`,
      body: 'Para dejarlo encendido, elija «No apagar» en el menú del icono junto al reloj.',
    }),
    notWell: {
      title: 'No se ha apagado: la copia ha fallado',
      body: 'El equipo sigue encendido para que vea esto. Haga clic para leer qué ha pasado.',
    },
    nothingDone: {
      title: 'No se ha apagado: no se ha copiado nada',
      body: 'No ha podido hacerse ninguna copia. Haga clic para leer por qué.',
    },
    lost: {
      title: 'No se ha apagado: Lifeboat ha dejado de responder',
      body: 'No se sabe si la copia ha terminado. Abra Lifeboat y mire.',
    },
    keptOn: { title: 'El equipo sigue encendido', body: 'La copia continúa si no ha terminado.' },
    notPermitted: {
      title: 'Copia hecha, pero el equipo sigue encendido',
      body: 'Esta cuenta no puede apagar el equipo. Apáguelo usted: todo está copiado.',
    },
  },
};
