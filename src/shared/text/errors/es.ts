import { formatCount, formatDateTime } from '../../format/index.ts';
import { spanishDamage, spanishReason } from '../reasons/es.ts';
import type { ErrorSentences } from './sentences.ts';

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
    `El repositorio en ${lock.location} está en uso por ${lock.username} en ${lock.hostname} (proceso ${lock.pid}) desde ${when(lock.since)}. ` +
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
  'target-unsafe': ({ path, reason }) => `No se puede restaurar en ${path}: ${UNSAFE[reason]}. Elija otra carpeta.`,
  'restore-too-large': ({ entries }) =>
    `Hay más de ${formatCount(entries)} archivos y carpetas por restaurar, más de lo que este equipo puede preparar de una vez. No se restauró nada. Restaure una carpeta tras otra.`,
  'name-unsafe': ({ name }) => `El nombre ${name} saldría de la carpeta de destino, así que allí no se escribió nada.`,
  'no-space': ({ path }) =>
    `No queda espacio en el disco de ${path}. Libere espacio e inténtelo de nuevo; no se perdió nada de lo que había.`,
  'read-only': ({ path }) =>
    `No se puede escribir en ${path}: su disco está protegido contra escritura. Quite la protección o elija otro lugar.`,
  'permission-denied': ({ path }) => `Se denegó el acceso a ${path}. Use una cuenta que pueda leer y escribir allí, o cambie sus permisos.`,
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
  'io-failed': ({ path, reason }) => `No se pudo leer o escribir ${path}: ${spanishReason(reason)}.`,
  'value-invalid': ({ name, value, expected }) => `«${value}» no es un valor para ${name}. Se esperaba: ${expected}.`,
  'location-invalid': ({ location }) =>
    `«${location}» no es un lugar para un repositorio. Indique la ruta de una carpeta o azure:CONTENEDOR/PREFIJO.`,
  'location-missing': () => 'No se indicó ningún repositorio. Diga dónde está e inténtelo de nuevo.',
  'prune-unsafe': ({ missingBlobs }) =>
    `No se quitó nada: faltan ${formatCount(missingBlobs)} fragmentos de datos que las instantáneas necesitan. Revise y repare antes el repositorio.`,
  'index-incomplete': ({ files }) =>
    `Al índice del repositorio le faltan ${formatCount(files)} de sus archivos, así que no se cambió nada. Repare antes el índice.`,
  'policy-empty': () => 'Estas reglas no conservarían ninguna instantánea, así que no se quitó nada. Diga qué debe conservarse.',
  aborted: () => 'El trabajo se detuvo antes de terminar.',
  'engine-died': ({ detail }) =>
    `El motor de copias se detuvo de forma inesperada (${detail}). Empiece de nuevo; si vuelve a ocurrir, infórmenos.`,
  internal: ({ detail }) => `Algo falló dentro de Lifeboat (${detail}). Es un error del programa; por favor, infórmenos.`,
};

const UNSAFE = {
  'inside-source': 'está dentro de lo que se copió',
  'inside-repository': 'está dentro del repositorio',
  'not-a-directory': 'no es una carpeta',
} as const;

function kind(type: string): string {
  return KINDS[type] ?? type;
}

function when(since: string): string {
  return formatDateTime(new Date(since)) || since;
}
