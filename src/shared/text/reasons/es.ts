import type { DamageDetail } from '../../errors/index.ts';
import type { CommonReason } from './reasons.ts';

const REASONS: Readonly<Record<CommonReason, string>> = {
  EACCES: 'se denegó el acceso',
  EPERM: 'esta cuenta no tiene permiso para hacerlo',
  ENOENT: 'no existe',
  ENOTDIR: 'una parte de su ruta no es una carpeta',
  EISDIR: 'es una carpeta',
  EEXIST: 'ya existe',
  ENOTEMPTY: 'la carpeta no está vacía',
  ENOSPC: 'no queda espacio en el dispositivo',
  EDQUOT: 'se agotó la cuota de disco',
  EFBIG: 'el archivo es demasiado grande para este disco',
  EROFS: 'el disco está protegido contra escritura',
  EIO: 'el disco informó de un error de lectura o escritura; puede estar fallando',
  EBUSY: 'otro programa lo está usando',
  ETXTBSY: 'otro programa lo está usando',
  EMFILE: 'hay demasiados archivos abiertos',
  ENFILE: 'hay demasiados archivos abiertos en este equipo',
  ENOMEM: 'se agotó la memoria',
  ELOOP: 'sus enlaces simbólicos forman un círculo',
  ENAMETOOLONG: 'su nombre es demasiado largo para este disco',
  EINVAL: 'este disco no acepta ese nombre u operación',
  ENODEV: 'el dispositivo ya no está',
  ENXIO: 'el dispositivo ya no está',
  ENOTSUP: 'este disco no lo admite',
  ENOSYS: 'este sistema no lo admite',
  EXDEV: 'está en otro disco',
  ESTALE: 'la carpeta de red se desconectó',
  ETIMEDOUT: 'se agotó el tiempo de conexión',
  ECONNREFUSED: 'se rechazó la conexión',
  ECONNRESET: 'se cortó la conexión',
  EHOSTUNREACH: 'no se puede alcanzar el otro equipo',
  ENETUNREACH: 'no se puede alcanzar la red',
  ENOTFOUND: 'no se encontró ningún equipo con ese nombre',
  EPIPE: 'el otro lado dejó de leer',
  'damaged-on-its-way': 'los datos se dañaron por el camino',
  'not-a-regular-file': 'no es un archivo normal',
  away: 'no está conectado',
  unreachable: 'no responde o no está',
};

const DAMAGE: Readonly<Record<DamageDetail, string>> = {
  truncated: 'le falta una parte',
  'wrong-authentication': 'su sello no corresponde a su contenido',
  'wrong-hash': 'su contenido no corresponde a su suma de comprobación',
  'wrong-length': 'su longitud es incorrecta',
  'not-decompressible': 'no se puede descomprimir',
  'not-json': 'no tiene el formato esperado',
  'wrong-shape': 'no tiene el formato esperado',
  'too-large': 'dice ser más grande de lo permitido',
  unsorted: 'sus entradas están desordenadas',
  'wrong-encoding': 'no tiene la codificación esperada',
};

/** A system's short name of a failure in words; a name that is not known stays as it is. */
export function spanishReason(reason: string): string {
  return (REASONS as Readonly<Record<string, string>>)[reason] ?? (DAMAGE as Readonly<Record<string, string>>)[reason] ?? reason;
}

/** What is wrong with damaged bytes, in words. */
export function spanishDamage(detail: DamageDetail): string {
  return DAMAGE[detail];
}
