import { azureRecipe } from './recipe.ts';
import type { PlaceFormTexts } from './texts.ts';

/** A place that keeps copies, in Spanish. */
export const spanishPlaceForm: PlaceFormTexts = {
  title: { add: 'Agregar un lugar para copias', change: (name) => `Cambiar: ${name}` },
  kind: '¿Qué clase de lugar es?',
  kinds: {
    folder: { name: 'Otro disco de este equipo', about: 'Rápido para recuperar. Se pierde junto con el equipo.' },
    'usb-set': {
      name: 'Unidades USB que se turnan',
      about: 'Dos o más unidades: una está conectada, las otras en casa o en el banco. A lo desconectado no llega ningún atacante.',
    },
    'network-folder': { name: 'Una carpeta en la red', about: 'Un NAS u otro equipo.' },
    azure: { name: 'La nube (Microsoft Azure)', about: 'Lejos de la farmacia. Todo se cifra antes en este equipo.' },
  },
  resumed: 'Esto es lo que usted había escrito antes de que se cerrara la ventana.',
  credentialAgain: 'Lo que abre el lugar nunca se guarda en un borrador: escríbalo otra vez.',
  name: '¿Cómo lo llama usted?',
  names: { folder: 'Segundo disco', 'usb-set': 'Unidades USB', 'network-folder': 'Carpeta de red', azure: 'Azure' },
  path: 'Carpeta para las copias',
  pathHint: 'Una carpeta vacía; si no existe, se crea. No en el disco donde están los datos.',
  networkPath: 'Ruta de red',
  networkHint: 'Como \\\\NAS\\lifeboat.',
  site: '¿Dónde está?',
  sites: {
    'on-site': { name: 'En la farmacia', about: 'Rápido de alcanzar, y se pierde si se quema el edificio.' },
    'off-site': { name: 'En otro lugar', about: 'Sigue ahí si se quema el edificio o lo roban todo.' },
  },
  isolation: '¿Podría alguien en este equipo destruir las copias?',
  isolations: {
    online: { name: 'Sí, está siempre conectado', about: 'Un programa de secuestro (ransomware) en este equipo podría alcanzarlo.' },
    offline: { name: 'No mientras está desconectado', about: 'Unidades que se llevan a otro lugar.' },
    immutable: {
      name: 'No, está bloqueado unos días',
      about: 'El contenedor tiene una política de retención que nadie puede quitar. La prueba de abajo comprueba lo que puede.',
    },
  },
  awayLimit: 'Una unidad puede estar fuera … días',
  awayLimitHint: 'Después se avisa a alguien para que la conecte.',
  account: 'Cuenta de almacenamiento',
  container: 'Contenedor',
  containerHint: 'Minúsculas, cifras y guiones, como lifeboat. Si no existe, se crea.',
  prefix: 'Carpeta en el contenedor',
  prefixHint: 'Déjela vacía, salvo que varias farmacias compartan un contenedor.',
  endpoint: 'Dirección',
  endpointHint: 'Solo si no es la habitual de Azure.',
  credential: 'Qué lo abre',
  credentials: {
    connectionString: { name: 'Una cadena de conexión', label: 'Cadena de conexión' },
    accountKey: { name: 'La clave de la cuenta', label: 'Clave de la cuenta' },
    sasToken: { name: 'Un token de acceso (SAS)', label: 'Token de acceso' },
  },
  narrow:
    'La clave de la cuenta y la cadena de conexión se usan una sola vez y no se guardan. Con ellas Lifeboat se hace un acceso que puede agregar y leer copias, pero no borrarlas ni sobrescribirlas, y otro de lectura para su kit de recuperación.',
  credentialKept: 'Déjelo vacío para conservar el acceso guardado. Escriba uno nuevo cuando haya caducado, o para otro contenedor.',
  confirmRemove: (name) => ({
    title: `¿Dejar de usar ${name}?`,
    body: 'Desde ahora no se copia nada allí. Lo que hay se queda y se puede abrir con la clave de recuperación. Para deshacerlo, agregue el lugar de nuevo.',
  }),
  test: 'Probar',
  testing: 'Escribiendo algo, leyéndolo de vuelta y midiendo…',
  save: 'Guardar',
  saving: 'Preparando el lugar…',
  probe: {
    works: 'Funciona.',
    wrote: (write, read) => `Se escribió una muestra (${write}), se leyó de vuelta (${read}) y se comparó.`,
    free: (size) => `${size} libres.`,
    clock: (seconds) => `Su reloj difiere del de este equipo en ${seconds} segundos.`,
    question: '¿Podría alguien en este equipo destruir esta copia?',
    canDestroy: {
      folder: 'Sí. Quien controle este equipo puede borrar lo que hay en esta carpeta. Tenga otra copia que no pueda alcanzar.',
      'network-folder': 'Sí. Quien controle este equipo puede borrar lo que hay en esta carpeta. Tenga otra copia que no pueda alcanzar.',
      'usb-set': 'Mientras una unidad está conectada, sí. Desconectada, no: por eso se turnan las unidades.',
      azure:
        'Con lo que usted ha indicado, sí. Lifeboat se hace un acceso más estrecho para cada día; con versiones, eliminación temporal y una política de retención nadie puede destruir las copias desde aquí.',
    },
    cannotDestroy: 'No. El acceso de este equipo puede agregar copias, pero ni borrarlas ni sobrescribirlas.',
    versioning: (isOn) => (isOn ? 'Las versiones están activadas.' : 'Las versiones están desactivadas: actívelas en Azure.'),
    softDelete: (days) =>
      days > 0
        ? `Lo borrado se puede recuperar durante ${days} días (eliminación temporal).`
        : 'La eliminación temporal está desactivada: actívela en Azure.',
    immutable: (days) => (days > 0 ? `Bloqueado por una política de retención durante ${days} días.` : 'Aún no hay política de retención.'),
    unknown: 'Con este acceso no se pudo leer si el lugar guarda versiones anteriores y copias borradas.',
  },
  disks: {
    title: 'Las unidades de este juego',
    lead: 'Conecte una unidad tras otra y agréguelas. Póngale una etiqueta con el nombre que le da aquí. Los demás archivos que contenga se quedan como están.',
    none: 'Aún no hay unidades. Agregue al menos una ahora; las otras pueden venir después.',
    drive: 'Conectada ahora',
    driveHint: 'Si no ve la unidad, conéctela y busque de nuevo.',
    noDrives: 'No hay ninguna unidad extraíble conectada.',
    lookAgain: 'Buscar de nuevo',
    label: 'Nombre en su etiqueta',
    labelHint: 'Como Unidad A.',
    add: 'Agregar esta unidad',
    adding: 'Marcando la unidad y preparándola…',
    besideOld: 'Tiene copias de antes de que se filtrara una clave. Se conservan, y las nuevas quedan junto a ellas.',
    added: (label) => `${label} forma parte del juego.`,
    here: 'conectada',
    away: 'fuera',
    remove: 'Quitar…',
    removeNamed: (label) => `Quitar ${label}`,
    confirmRemove: (label) => ({
      title: `¿Quitar ${label} del juego?`,
      body: 'Desde ahora no se copia nada en esta unidad y nadie la espera. Lo que contiene se queda y se puede abrir con la clave de recuperación. Si se perdió o se la robaron, declárela perdida en lugar de quitarla. Para deshacerlo, conéctela y agréguela de nuevo.',
    }),
    drives: (path, label, free) =>
      [label === undefined || label === '' ? path : `${label} (${path})`, ...(free === undefined ? [] : [`${free} libres`])].join(' · '),
    done: 'Listo',
  },
  helper: {
    open: 'Para su informático: preparar Azure',
    title: 'Preparar la copia en Azure',
    lead: 'Para quien cuida de sus equipos. Lleva unos diez minutos y necesita una suscripción de Azure de la farmacia. Los comandos son para la línea de comandos de Azure (también sirve Cloud Shell en el portal).',
    close: 'Cerrar',
    copy: 'Copiar',
    copied: 'Copiado.',
    steps: (names) => {
      const recipe = azureRecipe(names);
      return [
        {
          title: '1. Una cuenta de almacenamiento propia',
          about: 'Elija una región lejos de la farmacia. El nombre debe ser único: de 3 a 24 minúsculas y cifras.',
          paste: recipe.account,
        },
        {
          title: '2. Versiones y eliminación temporal',
          about: 'Nada de lo sobrescrito o borrado desaparece enseguida: se puede recuperar durante 30 días.',
          paste: recipe.protect,
        },
        { title: '3. El contenedor', about: 'Privado, y para nada más.', paste: recipe.container },
        {
          title: '4. Una política de retención, si quiere las copias bloqueadas',
          about:
            'Nadie puede borrar las copias durante 30 días. Pruebe antes Lifeboat unos días; bloquear la política en el portal no se puede deshacer, y cuesta el espacio de lo que se habría borrado.',
          paste: recipe.retention,
        },
        {
          title: '5. La cadena de conexión, una sola vez',
          about:
            'Indíquela en el formulario. Lifeboat la usa una vez: hace un acceso para este equipo que puede crear, leer y enumerar, y nada más, y otro de lectura que va sellado en el kit de recuperación. La cadena de conexión no se guarda.',
          paste: recipe.key,
        },
        {
          title: '6. Acuerdos',
          about:
            'Los datos de salud se cifran antes de salir del equipo. Compruebe aun así que la suscripción está cubierta por el acuerdo de socio comercial (BAA) de Microsoft; esto no es asesoramiento jurídico.',
        },
      ];
    },
    after: 'Después pruebe el lugar en el formulario: dice si alguien en este equipo podría destruir la copia y qué protecciones encontró.',
  },
};
