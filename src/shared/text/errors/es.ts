import { formatCount, formatDateTime } from '../../format/index.ts';
import { spanishDamage, spanishReason } from '../reasons/es.ts';
import type { ErrorSentences } from './sentences.ts';
import { fullStop } from '../full-stop.ts';

/** Kinds of repository file and blob, with their article. */
const KINDS: Readonly<Record<string, string>> = {
  config: 'El archivo de configuración',
  data: 'El archivo de datos',
  index: 'El archivo de índice',
  key: 'La clave',
  keys: 'El archivo de clave',
  lock: 'El bloqueo',
  locks: 'El archivo de bloqueo',
  snapshot: 'La instantánea',
  snapshots: 'El archivo de instantánea',
  tree: 'La lista de carpeta',
};

/** Sentences of errors, in Spanish: what happened, and what to do next. */
export const spanishErrors: ErrorSentences = {
  'repository-not-found': ({ location }) =>
    `No hay ningún repositorio en ${location}. Compruebe la ubicación y que su disco esté conectado, o cree antes un repositorio nuevo allí.`,
  'config-missing': ({ location }) =>
    `Hay copias en ${location}, pero falta el archivo de configuración del repositorio, y sin él no se puede abrir nada de lo que hay allí. No cree un repositorio nuevo en ese lugar. Recupere el archivo «config» de otra copia de ese lugar, o de otro lugar que tenga las mismas claves, e inténtelo de nuevo.`,
  'repository-exists': ({ location }) => `Ya hay un repositorio en ${location}. Úselo o elija otro lugar.`,
  'repository-version-unsupported': ({ location, version }) =>
    `El repositorio en ${location} tiene la versión ${version}, que este programa no conoce. Actualice Lifeboat e inténtelo de nuevo.`,
  'wrong-password': ({ location }) => `La contraseña no abre el repositorio en ${location}. Compruébela e inténtelo de nuevo.`,
  'password-missing': () => 'No se dio ninguna contraseña para el repositorio. Indíquela e inténtelo de nuevo.',
  'passwords-differ': () => 'Las dos contraseñas no son iguales. No se cambió nada; inténtelo de nuevo.',
  'password-command-failed': ({ command, exitCode }) =>
    `El comando que debía dar la contraseña (${command}) no la dio; terminó con el código ${exitCode}. Ejecútelo a mano para ver por qué.`,
  'repository-locked': (lock) =>
    `El repositorio en ${lock.location} está en uso por ${lock.username} en ${lock.hostname} (proceso ${lock.pid}) desde ${fullStop(when(lock.since))} ` +
    'Espere a que termine ese trabajo e inténtelo de nuevo.',
  'lock-lost': ({ location }) =>
    `Se perdió el bloqueo del repositorio en ${location}, así que el trabajo se detuvo por seguridad: faltó la conexión demasiado tiempo, este equipo estuvo suspendido, u otro programa con el reloj mal puesto dio el bloqueo por olvidado. Compruébelo y empiece de nuevo.`,
  'save-lost': ({ location, type, name }) =>
    `${kind(type)} ${name} no está en ${location} tal como se envió, aunque ese lugar comunicó que lo había guardado. El trabajo se detuvo; lo terminado antes está a salvo. Revise ese disco o servidor y empiece de nuevo.`,
  'file-not-found': ({ type, name }) => `${kind(type)} ${name} falta en el repositorio. Revise el repositorio para ver qué está afectado.`,
  'file-exists': ({ type, name }) => `${kind(type)} ${name} ya está en el repositorio y se dejó como estaba.`,
  'file-damaged': ({ type, name, detail }) =>
    `${kind(type)} ${name} del repositorio tiene daños: ${spanishDamage(detail)}. Revise el repositorio para ver qué está afectado.`,
  'blob-damaged': ({ blob, pack, detail }) =>
    `El fragmento de datos ${blob} del archivo de datos ${pack} está dañado: ${spanishDamage(detail)}. Revise el repositorio para ver qué archivos están afectados.`,
  'blob-not-found': ({ blob }) =>
    `El fragmento de datos ${blob} falta en el índice del repositorio. Repare el índice y después revise el repositorio.`,
  'tree-damaged': ({ tree, detail }) =>
    `La lista de carpeta ${tree} está dañada: ${spanishDamage(detail)}. Revise el repositorio para ver qué está afectado.`,
  'latest-uncertain': ({ files }) =>
    `Hay archivos de instantánea que no se pueden leer (${formatCount(files)}), y cualquiera de ellos puede ser el de la última, así que no se borró nada. Indique por su identificador qué instantánea desea borrar.`,
  'snapshot-not-found': ({ snapshot }) => `No existe la instantánea «${snapshot}». Liste las instantáneas para ver cuáles hay.`,
  'id-ambiguous': ({ prefix }) => `Más de un identificador empieza por «${prefix}». Escriba más dígitos.`,
  'key-not-found': ({ key }) => `No existe la clave «${key}» en este repositorio. Liste las claves para ver cuáles hay.`,
  'key-in-use': ({ key }) =>
    `La clave ${key} no se puede quitar porque es la que está en uso. Abra el repositorio con otra contraseña para quitarla.`,
  'path-not-found': ({ path, snapshot }) =>
    `No existe ${path} en la instantánea ${snapshot.slice(0, 8)}. Liste la instantánea para ver qué contiene.`,
  'not-a-file': ({ path }) => `${path} no es un archivo. Indique un archivo o restaure la carpeta entera.`,
  'source-not-found': ({ path }) => `No existe ${path}, que debía copiarse. Compruebe la ruta y que su disco esté conectado.`,
  'source-unreadable': ({ path, reason }) => `No se pudo leer ${path}: ${spanishReason(reason)}.`,
  'source-empty': ({ path, previousFiles }) =>
    `${path} está vacío, pero tenía ${formatCount(previousFiles)} archivos en la última copia. Compruebe que su disco esté conectado.`,
  'no-source': () =>
    'No se pudo leer nada de lo que debía copiarse, así que no se creó ninguna instantánea. Compruebe las rutas e inténtelo de nuevo.',
  'source-command-failed': ({ command, exitCode }) =>
    `El comando ${command} terminó con el código ${exitCode}, así que lo que dio no se guardó. Ejecútelo a mano para ver por qué.`,
  'source-busy': ({ path }) =>
    `Otro programa tiene ${path} solo para sí en este momento, así que no se pudo leer. Lifeboat lo intentará más tarde.`,
  'source-in-use': ({ path }) =>
    `No se cambió nada: otro programa tiene abierto ${path}. Cierre el programa de la farmacia en todos los equipos e inténtelo de nuevo.`,
  'source-not-a-database': ({ path }) =>
    `${path} no se puede abrir como base de datos: está cifrado, está cortado o es otra cosa. Compruebe que es el archivo correcto.`,
  'source-damaged': ({ path, detail }) =>
    `La base de datos ${path} está dañada (${detail}). No siga trabajando con ella: restaure una copia anterior o pregunte a su proveedor.`,
  'database-exists': ({ name }) => `Ya hay una base de datos llamada ${name}. Se dejó como estaba; elija otro nombre.`,
  'database-unreachable': ({ place, reason }) =>
    `El servidor de base de datos en ${place} no responde: ${spanishReason(reason)}. Compruebe que esté en marcha y que la red esté conectada.`,
  'database-refused': ({ place, user }) =>
    `El servidor de base de datos en ${place} no dejó entrar a la cuenta ${user}. Compruebe el nombre de la cuenta y su contraseña.`,
  'database-missing': ({ place, name }) => `El servidor en ${place} no tiene ninguna base de datos llamada ${name}. Compruebe su nombre.`,
  'database-rights-missing': ({ place, user }) =>
    `La cuenta ${user} no tiene permiso para esto en el servidor de base de datos en ${place}. Dele ese permiso o use otra cuenta.`,
  'database-failed': ({ place, reason }) =>
    `El servidor de base de datos en ${place} respondió con un error (código ${reason}). Inténtelo de nuevo; si vuelve a ocurrir, pregunte a quien se ocupa de ese servidor.`,
  'dump-damaged': ({ file }) => `La copia de la base de datos ${file} no está completa, así que no se usó. Use otra copia.`,
  'tool-outdated': ({ tool, version, needed }) =>
    `El programa ${tool} de este equipo tiene la versión ${version}, demasiado antigua para el servidor de base de datos (versión ${needed}). Instale la versión ${needed} o una más nueva.`,
  'scratch-server-failed': ({ product, detail }) =>
    `No arrancó un servidor ${product} privado para la restauración de prueba${detail === '' ? '' : `: ${detail}`}. La base de datos de la farmacia no se tocó.`,
  'question-refused': ({ name }) =>
    `La pregunta «${name}» no se hizo: solo puede leer y debe dar un número o una fecha. Cambie la pregunta.`,
  'tool-missing': ({ tool }) => `El programa ${tool} hace falta para esto y no está en este equipo. Instálelo e inténtelo de nuevo.`,
  'tool-failed': ({ tool, exitCode, detail }) =>
    `El programa ${tool} terminó con un error (código ${exitCode})${detail === '' ? '' : `: ${detail}`}. Lo que dio no se usó.`,
  'target-unsafe': ({ path, reason }) => `No se puede restaurar en ${path}: ${UNSAFE[reason]}. Elija otra carpeta.`,
  'restore-too-large': ({ entries }) =>
    `Hay más de ${formatCount(entries)} archivos y carpetas por restaurar, más de lo que este equipo puede preparar de una vez. No se restauró nada. Restaure una carpeta tras otra.`,
  'name-unsafe': ({ name }) => `El nombre ${name} saldría de la carpeta de destino, así que allí no se escribió nada.`,
  'no-space': ({ path }) =>
    `No queda espacio en el disco de ${path}. Libere espacio e inténtelo de nuevo; no se perdió nada de lo que había.`,
  'read-only': ({ path }) =>
    `No se puede escribir en ${path}: su disco está protegido contra escritura. Quite la protección o elija otro lugar.`,
  'permission-denied': ({ path }) => `Se denegó el acceso a ${path}. Use una cuenta que pueda leer y escribir allí, o cambie sus permisos.`,
  'folder-not-found': ({ path }) => `No hay ninguna carpeta ${path}. Compruebe su nombre y que su disco esté conectado.`,
  'not-a-folder': ({ path }) => `${path} no es una carpeta. Elija la carpeta en la que está.`,
  'place-unreachable': ({ location, reason }) =>
    `No se puede alcanzar ${location}: ${spanishReason(reason)}. Compruebe que el disco o la red estén conectados.`,
  'credential-missing': ({ location }) =>
    `No se indicó ninguna credencial para ${location}. Indique el nombre de la cuenta y su clave o token de acceso, e inténtelo de nuevo.`,
  'credential-refused': ({ location }) =>
    `No se aceptó la credencial para ${location}: es incorrecta, ha caducado o no puede usarse desde esta red. Compruébela e inténtelo de nuevo.`,
  'connection-insecure': ({ location }) =>
    `La dirección de ${location} no está cifrada (http), así que no se envió nada. Use su dirección https.`,
  'removal-not-permitted': ({ location }) =>
    `No se eliminó nada: la credencial para ${location} puede añadir y leer, pero no eliminar. Use una que pueda eliminar, reservada para este trabajo.`,
  'locked-until': ({ type, name }) =>
    `${kind(type)} ${name} tiene protección contra el borrado por ahora y se queda donde está. Inténtelo de nuevo cuando termine su protección.`,
  'io-failed': ({ path, reason }) =>
    reason === 'ENOENT'
      ? `${path}, o la carpeta en que está, no existe. Compruebe el nombre y que su disco esté conectado.`
      : `No se pudo leer o escribir ${path}: ${spanishReason(reason)}.`,
  'value-invalid': ({ name, value, expected }) => `«${value}» no es un valor para ${name}. Se esperaba: ${expected}.`,
  'location-invalid': ({ location }) =>
    `«${location}» no es un lugar para un repositorio. Indique la ruta de una carpeta o azure:CONTENEDOR/PREFIJO.`,
  'location-missing': () => 'No se indicó ningún repositorio. Diga dónde está e inténtelo de nuevo.',
  'prune-unsafe': ({ missingBlobs }) =>
    `No se quitó nada: faltan ${formatCount(missingBlobs)} fragmentos de datos que las instantáneas necesitan. Revise y repare antes el repositorio.`,
  'index-incomplete': ({ files }) =>
    `Al índice del repositorio le faltan ${formatCount(files)} de sus archivos, así que no se cambió nada. Repare antes el índice.`,
  'policy-empty': () => 'Estas reglas no conservarían ninguna instantánea, así que no se quitó nada. Diga qué debe conservarse.',
  'vault-missing': ({ reason }) =>
    `El almacén seguro de este equipo no se puede usar: ${VAULT[reason]}. Lifeboat no guarda contraseñas en ningún otro lugar.`,
  'vault-entry-missing': () =>
    'El almacén seguro de este equipo funciona, pero lo que Lifeboat guarda allí no está, como en otro equipo o con otra cuenta. Inicie sesión con la cuenta que configuró Lifeboat, o recupere con su kit de recuperación.',
  'vault-not-kept': () =>
    'El almacén seguro de este equipo dijo que había guardado una contraseña, pero no la devolvió. Nada depende de ella; reinicie el equipo e inténtelo de nuevo.',
  'credential-unreadable': ({ name }) =>
    `La contraseña o el token de acceso guardado para ${name} ya no se puede abrir. Introdúzcalo de nuevo.`,
  'kit-code-unreadable': ({ line }) =>
    line === undefined
      ? 'Esto no es un código completo de un kit de recuperación. Escanéelo de nuevo o escriba todas sus líneas.'
      : `La línea ${line} del código no es como está impresa. Compárela con el papel, grupo por grupo.`,
  'kit-key-wrong': () =>
    'Esta clave de recuperación es de otro papel que el código. Use la clave y el código impresos en el mismo kit de recuperación.',
  'kit-place-unsafe': ({ path, reason }) =>
    `El kit de recuperación no se guardó en ${path}: ${KIT_PLACE[reason]}. Quien llegara a ese lugar tendría la clave de todo. Imprímalo y guarde el papel en la caja fuerte.`,
  'place-in-source': ({ location, source, folder }) =>
    `Las copias en ${location} estarían dentro de ${folder}, que también se respalda como "${source}": cada copia contendría todas las anteriores. No se cambió nada. Elija un lugar fuera de esa carpeta o excluya ${location} de lo que se respalda.`,
  'store-damaged': ({ path, detail }) =>
    `Los registros propios de Lifeboat en ${path} están dañados (${detail}). Sus copias no están afectadas. Inicie Lifeboat de nuevo; si vuelve a ocurrir, infórmenos.`,
  'store-too-new': ({ path }) =>
    `Una versión más nueva de Lifeboat escribió sus registros propios en ${path}, así que no se cambió nada. Instale la versión más reciente.`,
  'seal-unreadable': ({ file }) =>
    `No se puede leer la configuración guardada junto a sus copias (${file}). Use otra de sus copias; los datos de esta no están afectados.`,
  'bootstrap-damaged': ({ path }) =>
    `El archivo ${path} y su segunda copia están dañados. Sus copias no están afectadas. Configure de nuevo este equipo con el kit de recuperación.`,
  'profile-unsafe': ({ path, reason }) =>
    `La carpeta ${path} no es segura para los datos propios de Lifeboat: ${PROFILE[reason]}. ${PROFILE_STEP[reason]}`,
  'recovery-key-invalid': ({ group }) =>
    group === undefined
      ? 'Esto no es una clave de recuperación. Compárela con el papel, grupo por grupo, y escríbala de nuevo.'
      : `Algo en el grupo ${group} no es como en el papel. Compare ese grupo y escríbalo de nuevo.`,
  'recovery-key-refused': ({ location, isOld = false }) =>
    isOld
      ? `La clave de recuperación no abre las copias antiguas de ${location}. Use un papel de antes de que se filtrara la clave: los posteriores solo abren las copias nuevas.`
      : `La clave de recuperación no abre las copias de ${location}. Use el papel más reciente de esta farmacia: al hacer otro papel para la misma persona, el anterior deja de valer. O las copias son de otra farmacia.`,
  'no-copies-there': ({ location }) =>
    `No hay copias en ${location}. Elija la unidad o la carpeta que indica el kit de recuperación y compruebe que esté conectada.`,
  'seal-missing': ({ location }) =>
    `La copia en ${location} no contiene ajustes de Lifeboat. Sus datos se pueden restaurar igualmente; configure Lifeboat de nuevo y restaure desde ahí.`,
  'installation-in-use': () =>
    'Lifeboat ya protege algo en este ordenador. Recupere en un ordenador, o en una carpeta de perfil, donde no lo haga.',
  'installation-retired': ({ since }) =>
    `Otro ordenador se ha hecho cargo de las copias de esta farmacia el ${fullStop(when(since))} Este ya no debe escribir: quite Lifeboat de él o configúrelo de nuevo para otra cosa.`,
  'not-set-up': () =>
    'Aquí aún no hay nada configurado. Diga qué proteger y adónde van las copias: con un archivo de configuración (lifeboat setup --from ARCHIVO) o en la aplicación.',
  'setup-file-invalid': ({ path, problem, field, expected }) =>
    `El archivo de configuración ${path} no se puede usar: ${SETUP_FILE[problem](field, expected)}. No se cambió nada; corrija el archivo e inténtelo de nuevo.`,
  'secret-missing': ({ variable, field }) =>
    `La variable de entorno ${variable}, que el archivo de configuración nombra para ${field}, no está definida. No se cambió nada; defínala e inténtelo de nuevo.`,
  'recovery-key-missing': () =>
    'No se dio ninguna clave de recuperación. Está impresa en su kit de recuperación; escríbala cuando se le pida e inténtelo de nuevo.',
  'owner-not-answering': () =>
    'Lifeboat está en marcha en este ordenador pero no responde. Inténtelo de nuevo en un minuto; si no sirve, reinicie el ordenador.',
  'owner-runs-already': () => 'Lifeboat ya está en marcha en este ordenador.',
  'confirmation-missing': () =>
    'Esto cambia datos y no había nadie para confirmarlo. No se ha cambiado nada. Indique --yes para continuar sin que se le pregunte.',
  'proof-failed': ({ findings }) =>
    `La restauración de prueba encontró ${findings === 1 ? 'algo' : `${findings} cosas`} mal en esta copia. No confíe en ella; mire la prueba para ver qué.`,
  'damage-found': ({ damaged }) =>
    `La revisión encontró daños en ${damaged === 1 ? 'un lugar' : `${damaged} lugares`}. Las demás copias no están afectadas; mire la ejecución para ver qué está dañado.`,
  aborted: () => 'El trabajo se detuvo antes de terminar.',
  'engine-died': ({ detail }) =>
    `El motor de copias se detuvo de forma inesperada (${detail}). Empiece de nuevo; si vuelve a ocurrir, infórmenos.`,
  'mail-not-set-up': () =>
    'Todavía no hay ningún servidor de correo configurado, así que no se puede enviar ningún mensaje. Indique primero el de su cuenta de correo.',
  'mail-unreachable': ({ host, reason }) =>
    `No se puede alcanzar el servidor de correo ${host}: ${spanishReason(reason)}. Compruebe su nombre, puerto y cifrado, y la conexión a internet.`,
  'mail-refused': ({ host }) => `El servidor de correo ${host} no acepta la cuenta o su contraseña. Introdúzcalas de nuevo.`,
  'mail-rejected': ({ host }) =>
    `El servidor de correo ${host} no aceptó el mensaje. Compruebe la dirección del remitente y la del destinatario.`,
  internal: ({ detail }) => `Algo falló dentro de Lifeboat (${detail}). Es un error del programa; por favor, infórmenos.`,
};

const VAULT = {
  'library-missing': 'falta una parte del sistema que necesita (libsecret)',
  'no-service': 'no hay ningún servicio así en marcha para esta cuenta',
  locked: 'está bloqueado; inicie sesión en este equipo para que se abra',
  'no-answer': 'no respondió; quizá pide su contraseña en la pantalla de este equipo',
  failed: 'informó de un error; reinicie el equipo e inténtelo de nuevo',
} as const;

const KIT_PLACE = {
  destination: 'allí se guardan copias de la farmacia',
  source: 'se copia también, y la clave quedaría dentro de las copias',
  'synced-folder': 'esa carpeta se envía a un servicio en la nube',
} as const;

const SETUP_FILE = {
  'not-json': (field: string): string => `no es JSON${field === '' ? '' : ` (${field})`}`,
  missing: (field: string): string => `falta ${field}`,
  unknown: (field: string): string => `ahí no hay nada que se llame ${field}`,
  wrong: (field: string, expected: string): string => `${field} no es correcto (${expected})`,
  twice: (field: string, expected: string): string => `${field} está dos veces (${expected})`,
  'not-whole-path': (field: string): string => `${field} debe ser una ruta completa, desde la raíz o la unidad`,
} as const;

const UNSAFE = {
  'inside-source': 'está dentro de lo que se copió',
  'inside-repository': 'está dentro del repositorio',
  'not-a-directory': 'no es una carpeta',
} as const;

const PROFILE = {
  'writable-by-others': 'otras cuentas pueden cambiar lo que contiene',
  'other-owner': 'pertenece a otra cuenta',
  'not-a-folder': 'no es una carpeta',
} as const;

const PROFILE_STEP = {
  'writable-by-others': 'Quíteles el permiso de cambiarla o elija otra carpeta.',
  'other-owner': 'Inicie Lifeboat con esa cuenta o elija otra carpeta.',
  'not-a-folder': 'Elija otra carpeta.',
} as const;

function kind(type: string): string {
  return KINDS[type] ?? type;
}

function when(since: string): string {
  return formatDateTime(new Date(since)) || since;
}
