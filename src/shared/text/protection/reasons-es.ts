import type { ProtectionSentences } from './sentences.ts';

/** Why the pharmacy is not better protected and what to do next, in Spanish. */
export const spanishReasonSentences: ProtectionSentences['reasons'] = {
  'no-source': {
    what: () => 'Todavía no se ha elegido nada que proteger.',
    next: () => 'Elija qué proteger.',
  },
  'no-destination': {
    what: () => 'Todavía no hay ningún lugar para las copias.',
    next: () => 'Añada un lugar en la farmacia y otro fuera de ella.',
  },
  'attack-suspected': {
    what: ({ at }) =>
      `Alguien cree que están atacando la farmacia${on(at)}. No se borra nada y las copias solo van adonde nadie puede destruirlas.`,
    next: () => 'Desconecte los discos que se indican como seguros, saque el PC de la red e indique aquí cuándo ha terminado.',
  },
  'never-backed-up': {
    what: ({ source }) => `${source}: todavía no hay ninguna copia.`,
    next: () => 'Pulse «Copiar ahora».',
  },
  'backup-failing': {
    what: ({ source, at }) => `${source}: la última copia falló${on(at)}.`,
    next: () => 'Abra la copia fallida para ver qué necesita.',
  },
  'backup-overdue': {
    what: ({ source, at }) => `${source}: la copia prevista${on(at)} no se hizo.`,
    next: () => 'Pulse «Copiar ahora» y deje este equipo encendido.',
  },
  'too-old': {
    what: ({ source, at }) => `${source}: la copia más reciente es más antigua de lo prometido${on(at)}.`,
    next: () => 'Pulse «Copiar ahora».',
  },
  'source-not-moving': {
    what: ({ source, at }) => `${source}: nada nuevo desde ${at ?? 'hace tiempo'}, aunque la farmacia estuvo abierta.`,
    next: () => 'Compruebe que Lifeboat sigue protegiendo los datos con los que trabaja ahora el programa de la farmacia.',
  },
  'source-shrunk': {
    what: ({ source, value }) => `${source}: en la copia más reciente falta el ${value} % de lo que había.`,
    next: () => 'Mírelo en el programa de la farmacia. Si está bien, indíquelo; si no, restaure al lado una copia anterior.',
  },
  'vendor-file-old': {
    what: ({ source, at }) => `${source}: el archivo de copia del propio programa de la farmacia es antiguo${on(at)}.`,
    next: () => 'Pregunte al soporte del programa por qué no se hizo su copia nocturna.',
  },
  'not-proven-on-site': {
    what: ({ source }) => `${source}: no se ha comprobado que se restaure ninguna copia de la farmacia.`,
    next: () => 'Haga ahora una prueba de restauración.',
  },
  'not-proven-off-site': {
    what: ({ source }) => `${source}: no se ha comprobado que se restaure ninguna copia de fuera de la farmacia.`,
    next: () => 'Haga ahora una prueba de restauración.',
  },
  'proof-failed': {
    what: ({ source, place, at }) => `${source}: la prueba de restauración desde ${place} falló${on(at)}.`,
    next: () => 'Abra la prueba para ver qué difiere; después haga otra copia y otra prueba.',
  },
  'proof-overdue': {
    what: ({ source, at }) => `${source}: la última prueba de restauración fue hace demasiado tiempo${on(at)}.`,
    next: () => 'Conecte el disco si está fuera y haga una prueba de restauración.',
  },
  'no-off-site-copy': {
    what: ({ source }) => `${source}: no hay copia fuera de la farmacia. Un incendio o una inundación se lo llevaría todo.`,
    next: () => 'Añada un lugar fuera de la farmacia o conecte el que ya tiene.',
  },
  'first-upload-running': {
    what: ({ source, place }) => `${source}: la primera copia a ${place} está en camino. Puede tardar días.`,
    next: () => 'Deje este equipo encendido; no hace falta nada más.',
  },
  'off-site-behind': {
    what: ({ source, at }) => `${source}: la copia de fuera de la farmacia va atrasada${on(at)}.`,
    next: () => 'Compruebe la conexión a internet o traiga el disco de casa.',
  },
  'no-protected-copy': {
    what: ({ source }) => `${source}: alguien en este equipo podría destruir todas las copias.`,
    next: () => 'Tenga un disco desconectado y fuera, o active el bloqueo del almacenamiento en la nube.',
  },
  'destination-failing': {
    what: ({ place, at }) => `${place} no recibe copias${at === undefined ? ' últimamente' : ` desde ${at}`}.`,
    next: () => 'Compruebe que está encendido, conectado y con espacio.',
  },
  'place-not-opened': {
    what: ({ place }) => `${place} está aquí, pero la clave de este equipo no lo abre, así que no recibe copias.`,
    next: () =>
      'Conéctelo mientras esté aquí otro lugar que este equipo abra: entonces recibe la clave por sí mismo. O ábralo con la clave de un kit de recuperación: Ajustes, Dónde van las copias.',
  },
  'disk-away-too-long': {
    what: ({ place, value }) => `Hace ${days(value)} que no se ve ${place}.`,
    next: () => 'Conéctelo esta noche.',
  },
  'destination-nearly-full': {
    what: ({ place, value }) => (value > 0 ? `${place} se llenará en unos ${days(value)}.` : `A ${place} casi no le queda espacio.`),
    next: () => 'Consiga un disco mayor o guarde menos copias antiguas.',
  },
  'damage-found': {
    what: ({ place }) => `Algunas copias de ${place} están dañadas.`,
    next: () => 'No confíe en ellas: pulse «Copiar ahora» y cambie el disco si vuelve a ocurrir.',
  },
  'credential-expires-soon': {
    what: ({ place, value }) => `El acceso a ${place} termina en ${days(value)}.`,
    next: () => 'Pida a su informático un acceso nuevo e introdúzcalo en los ajustes.',
  },
  'credential-expired': {
    what: ({ place }) => `El acceso a ${place} ha terminado o falta; no le llega nada.`,
    next: () => 'Pida a su informático un acceso nuevo e introdúzcalo en los ajustes.',
  },
  'nobody-reachable': {
    what: () => 'Nadie se enteraría de un problema: no hay ninguna dirección confirmada.',
    next: () => 'Confirme la dirección de dos personas.',
  },
  'only-one-reachable': {
    what: () => 'Solo una persona se entera de un problema.',
    next: () => 'Confirme una segunda dirección, para vacaciones y bajas.',
  },
  'kit-never-tested': {
    what: () => 'El kit de recuperación nunca se ha probado. Sin una clave que funcione no se abre ninguna copia.',
    next: () => 'Saque el papel de la caja fuerte y escriba la clave una vez.',
  },
  'kit-test-overdue': {
    what: ({ at }) => `El kit de recuperación se probó por última vez ${at ?? 'hace mucho'}.`,
    next: () => 'Saque el papel de la caja fuerte y escriba la clave una vez.',
  },
  'kit-stale': {
    what: () => 'El kit de recuperación impreso ya no dice dónde están todas las copias.',
    next: () => 'Imprímalo otra vez y guarde el papel nuevo en la caja fuerte.',
  },
  'new-copies-pending': {
    what: ({ at, value }) =>
      `Se filtró una clave${on(at)} y ${value === 1 ? 'un lugar todavía no tiene' : `${value} lugares todavía no tienen`} copias nuevas. Quien tenga la clave puede leer las antiguas.`,
    next: () => 'Conecte los discos y los lugares que faltan: cada uno empieza entonces sus copias nuevas.',
  },
  'vault-missing': {
    what: () => 'No se puede leer la clave de este equipo, así que no se puede hacer ninguna copia.',
    next: () => 'Inicie sesión con la persona con la que se configuró Lifeboat o introduzca la clave de recuperación.',
  },
  'clock-not-trusted': {
    what: ({ at }) => `El reloj de este equipo dio un salto${on(at)}. No se borra nada antiguo hasta que vuelva a ir bien.`,
    next: () => 'Compruebe la fecha y la hora de este equipo.',
  },
  paused: {
    what: ({ at }) => `Las copias están en pausa${at === undefined ? '' : ` hasta ${at}`}.`,
    next: () => 'Pulse «Reanudar» cuando quiera seguir.',
  },
  'engine-not-running': {
    what: () => 'La parte de Lifeboat que hace las copias no está en marcha.',
    next: () => 'Reinicie Lifeboat; si vuelve a ocurrir, infórmenos.',
  },
  'unprotected-found': {
    what: ({ value }) =>
      value === 1
        ? 'Algo en este equipo parece importante y no está protegido.'
        : `${value} cosas en este equipo parecen importantes y no están protegidas.`,
    next: () => 'Mire lo que se encontró y protéjalo, o descártelo.',
  },
  'other-installation-writes': {
    what: ({ place }) => `Otro equipo escribe copias en ${place} con las claves de esta farmacia.`,
    next: () => 'Si no conoce ese equipo, cambie las credenciales ahora.',
  },
  'crash-consistent-only': {
    what: ({ source }) => `${source}: se copió mientras podía cambiar, así que la copia quizá no se abra bien.`,
    next: () => 'Haga que se copie con la orden de copia propia de la base de datos.',
  },
  'self-check-failed': {
    what: () => 'La comprobación que Lifeboat hace de sí mismo tras la última actualización falló.',
    next: () => 'Abra la comprobación para ver qué necesita.',
  },
  'store-rebuilt': {
    what: ({ at }) => `La memoria propia de Lifeboat estaba dañada y se rehízo a partir de las copias${on(at)}.`,
    next: () => 'Repase los ajustes y la lista de personas.',
  },
  'maintenance-overdue': {
    what: ({ place }) => `Hace mucho que no se ordenan las copias antiguas de ${place}.`,
    next: () => 'Deje este equipo encendido una noche.',
  },
};

function on(at: string | undefined): string {
  return at === undefined ? '' : ` (${at})`;
}

function days(value: number): string {
  return value === 1 ? '1 día' : `${value} días`;
}
