import type { RecoverTexts } from './texts.ts';
import { fullStop } from '../../full-stop.ts';

/** Recovering on a blank PC, in Spanish. */
export const spanishRecover: RecoverTexts = {
  steps: {
    label: 'Pasos de la recuperación',
    start: 'Empezar',
    from: 'Dónde están las copias',
    key: 'El papel',
    found: 'Qué hay',
    takeOver: 'Tomar el relevo',
    restore: 'Traerlo de vuelta',
  },
  start: {
    title: 'Recuperar con su kit de recuperación',
    lead: 'Este equipo ocupa el lugar del anterior. Solo necesita una copia y el papel de la caja fuerte.',
    dead: { title: 'El equipo anterior se estropeó, lo robaron o no está a mano', about: 'No se necesita nada de él.' },
    move: { title: 'Pasar a un equipo nuevo', about: 'El anterior aún funciona y este toma el relevo.' },
    moveSteps: [
      'En el equipo anterior: cierre el programa de la farmacia en todas partes, pulse «Copiar ahora» en Lifeboat y espere a que termine.',
      'Si hay copias en un disco: espere a que se pueda retirar y conéctelo aquí.',
      'Desde ese momento no trabaje en el equipo anterior. En cuanto este tome el relevo, el otro ya no podrá escribir en sus copias.',
      'Instale aquí el programa de la farmacia con el instalador de su proveedor, pero no empiece a trabajar con él.',
    ],
    needs: 'Qué necesita',
    needsList: [
      'El kit de recuperación: el papel del propietario o del farmacéutico responsable.',
      'Una copia: un disco de copias, la carpeta de red o la conexión a internet con Azure.',
      'Para bases de datos en un servidor: el programa del servidor instalado y la contraseña de su cuenta.',
    ],
    choose: 'Elija lo que corresponda.',
    inUse: {
      title: 'Lifeboat ya protege algo en este equipo',
      about: 'La recuperación empieza en un equipo donde no lo hace. Para traer datos a este, use Recuperar.',
      restore: 'Ir a Recuperar',
    },
    setUp: 'Configurar una farmacia nueva',
  },
  from: {
    title: '¿Dónde están las copias?',
    lead: 'Conecte ahora un disco de copias si lo tiene. Sus copias son las más rápidas.',
    looking: 'Mirando en los discos de este equipo…',
    foundOn: (drive) => `Copias en ${drive}`,
    foundAbout: (location, changed) => (changed === undefined ? location : `${location}, último cambio ${changed}`),
    foundNothing: 'No se han encontrado copias en los discos de este equipo.',
    folder: {
      title: 'En una carpeta o en la red',
      about: 'La ruta está en el papel, en «Dónde están sus copias».',
      field: 'Carpeta con las copias',
    },
    azure: { title: 'En Azure', about: 'Con el código de acceso del papel. Tarda lo que necesite su conexión a internet.' },
    lookAgain: 'Mirar de nuevo',
    choose: 'Elija una copia.',
    mustFolder: 'Indique la carpeta.',
  },
  key: {
    title: 'Escriba lo que está en el papel',
    lead: 'No se guarda nada. Un error se muestra enseguida, con el sitio donde mirar.',
    next: 'Mirar qué hay',
    looking: 'Abriendo las copias…',
    mustKey: 'Escriba los siete grupos de la clave.',
    mustCode: 'Lea o escriba el código de acceso completo.',
    which: 'Copias en Azure',
  },
  trouble: {
    'wrong-key': {
      title: 'La clave no abre estas copias',
      ways: [
        'Compárela otra vez con el papel: puede ser el papel de otra farmacia, o uno anterior que se sustituyó.',
        'Pruebe con el otro papel: el propietario y el farmacéutico responsable tienen uno cada uno.',
        'Pruebe con otra copia: esta puede ser anterior a su papel.',
      ],
    },
    vault: {
      title: 'Este equipo no puede guardar claves de forma segura',
      ways: [
        'Su clave y sus copias están bien. Lo que falta es el almacén seguro de este equipo.',
        'En Windows: inicie sesión con su propia cuenta y contraseña e inténtelo de nuevo.',
        'En Linux: instale y abra el depósito de claves (gnome-keyring) e inténtelo de nuevo.',
      ],
    },
    damaged: {
      title: 'Esta copia está dañada',
      ways: [
        'No escriba en ella y no haga una nueva allí.',
        'Use otra copia: otro disco, la carpeta de red o Azure. Todas se abren con el mismo papel.',
        'Si es la única copia, que un especialista mire antes el disco. El papel explica cómo leerlo sin Lifeboat.',
      ],
    },
    away: {
      title: 'No se llega a las copias',
      ways: [
        'Compruebe que el disco está conectado, que hay red y que la ruta es como en el papel.',
        'Para Azure: compruebe la conexión a internet y la fecha y la hora de este equipo.',
        'Use otra copia: todas se abren con el mismo papel.',
      ],
    },
  },
  otherPlace: 'Elegir otra copia',
  found: {
    title: (pharmacy) => `Estas son las copias de ${pharmacy}`,
    unnamed: 'una farmacia sin nombre',
    lead: (when) => `Sus ajustes son del ${fullStop(when)} Hasta ahora no se ha cambiado nada.`,
    table: 'Qué se puede traer de vuelta',
    source: 'Qué',
    tier: 'Importancia',
    newest: 'Punto más reciente aquí',
    none: 'ninguno aquí',
    meansTitle: 'Qué significa tomar el relevo',
    means: [
      'Este equipo pasa a ser el que hace las copias. Recibe una clave propia.',
      'Se retira la clave del equipo anterior. Si vuelve a encenderse, ya no podrá leer ni escribir nada allí.',
      'Vuelven los ajustes, las personas y el historial. Los datos vuelven en el paso siguiente, cuando usted lo diga.',
      'Durante 30 días no se borra nada de sus copias.',
      'Conviene cambiar las contraseñas que el equipo anterior conocía. Recibirá una lista.',
    ],
    takeOver: 'Tomar el relevo en este equipo',
    taking: 'Tomando el relevo…',
  },
  taken: {
    title: 'Este equipo ha tomado el relevo',
    lead: 'Los ajustes, las personas y el historial han vuelto. Ahora vienen los datos.',
    retired: (count) =>
      count === 0
        ? 'La clave del equipo anterior todavía no se ha podido retirar de todas partes. Lifeboat lo hará cuando se conecten las otras copias.'
        : 'La clave del equipo anterior ya no abre nada donde se ha podido llegar.',
    changeTitle: 'Cambie estas contraseñas y credenciales',
    changeLead: 'El equipo anterior las conocía. Cámbielas pronto, sobre todo si lo robaron.',
    nothingToChange: 'El equipo anterior no conocía contraseñas de servidores ni de la nube.',
    passwordsTitle: 'Contraseñas de los servidores de bases de datos',
    passwordsLead:
      'No están en ninguna copia. Lifeboat las necesita para poner las bases de datos en su sitio; se guardan en el almacén seguro de este equipo.',
    password: (server) => `Contraseña de ${server}`,
    keep: 'Guardar',
    kept: 'Guardada.',
    next: 'Siguiente: traer los datos',
  },
  restore: {
    title: 'Traer todo de vuelta',
    lead: 'Primero lo más importante. Mire el plan; no se cambia nada antes de que usted lo empiece.',
    whichTitle: '¿Qué puntos?',
    newest: { title: 'El más reciente de cada uno', about: 'Es lo que menos pierde. Cada uno se comprueba al volver.' },
    proven: { title: 'El más reciente demostrado con una restauración de prueba', about: 'Puede ser anterior.' },
    whereTitle: '¿Adónde?',
    back: { title: 'Donde estaba en el equipo anterior', about: 'Las mismas carpetas y los mismos nombres de bases de datos.' },
    folder: { title: 'A una carpeta', about: 'Una carpeta propia para cada uno, para ponerlo en su sitio a mano.', field: 'Carpeta' },
    start: 'Traer todo de vuelta ahora',
    wait: 'Un momento: Lifeboat mira este equipo.',
    cannotLook: 'No se ha podido mirar nada. Inténtelo de nuevo arriba.',
    missing: (source) => `${source} no tiene ningún punto que se alcance ahora. Volverá más tarde desde otra copia.`,
    nothing: { title: 'Desde aquí no se puede traer nada ahora', about: 'Conecte otro disco o la red y mire de nuevo.' },
    skip: 'Más tarde: ir a Inicio',
  },
  change: 'Queda por hacer: cambie esto',
};
