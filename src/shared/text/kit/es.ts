import type { KitTexts } from './kit-texts.ts';

/** The recovery kit in Spanish. */
export const spanishKit: KitTexts = {
  title: 'Kit de recuperación',
  holder: { owner: 'Papel del propietario', 'pharmacist-in-charge': 'Papel del farmacéutico responsable' },
  made: (date) => `Hecho el ${date}`,
  page: (page, pages) => `Página ${page} de ${pages}`,
  keeping: 'Guarde este papel en la caja fuerte: no en la caja registradora, nunca en una unidad.',
  keepingWhy:
    'Con él y una de las copias, cualquiera puede leer los datos de la farmacia. Sin él y sin el PC de la farmacia no puede nadie: ni quienes hacen Lifeboat.',
  keyTitle: 'Clave de recuperación',
  keyHint:
    'Siete grupos de cuatro. En Lifeboat da igual escribir en mayúsculas o minúsculas. No contiene las letras O, I, L ni U: un signo redondo es un cero, uno recto es el número uno.',
  keyScan: 'La clave, para escanear',
  placesTitle: 'Dónde están las copias',
  places: { name: 'Copia', kind: 'Tipo', site: 'Lugar', where: 'Cómo encontrarla' },
  kinds: { folder: 'Carpeta', 'network-folder': 'Carpeta de red', 'usb-set': 'Unidades USB', azure: 'Nube de Azure' },
  sites: { 'on-site': 'en la farmacia', 'off-site': 'fuera de la farmacia' },
  azureWhere: (account, container, prefix) => `cuenta ${account}, contenedor ${container}${prefix === '' ? '' : `, carpeta ${prefix}`}`,
  azureEndpoint: (endpoint) => `dirección ${endpoint}`,
  usbLabels: (labels) => `etiquetas: ${labels}`,
  usbWhere: (path) => `en cada unidad, en ${path}`,
  accessTitle: 'Acceso a la copia en la nube',
  accessHint:
    'Dirección y token de acceso, cerrados con la clave de recuperación de la primera página. Escanee el código o escriba las líneas: los dos últimos caracteres de cada línea comprueban esa línea.',
  accessScan: 'El acceso, para escanear',
  line: 'Línea',
  noAccess: 'Este kit no lleva token de acceso a una copia en la nube. Las unidades y carpetas de arriba no lo necesitan.',
  lifeboatTitle: 'Recuperar los datos con Lifeboat',
  lifeboatSteps: [
    'Use un PC limpio. Después de un ataque, nunca el viejo, y no le conecte ninguna unidad.',
    'Instale Lifeboat, ábralo y elija «Recuperar con su kit de recuperación».',
    'Escanee o escriba la clave de recuperación.',
    'Conecte la unidad más reciente o elija una carpeta. Para la copia en la nube, escanee o escriba el código de acceso.',
    'Elija «Todo lo crítico». Lifeboat dice qué vuelve y de cuándo es, y lo comprueba.',
  ],
  resticTitle: 'Recuperar los datos sin Lifeboat',
  resticIntro:
    'Todas las copias tienen el formato de restic, un programa gratuito (restic.net, versión 0.14 o más nueva). Pide una contraseña (password): escriba la clave de recuperación de la primera página en mayúsculas y con sus guiones. No la escriba nunca dentro de un comando.',
  resticLocations: 'LUGAR en los comandos de abajo es',
  resticSteps: {
    azure: 'Solo para la copia en la nube, antes de nada (en Mac y Linux: export NOMBRE="valor"):',
    list: 'Qué copias hay, cada una con su ID y su fecha:',
    restore: 'Traer una a una carpeta vacía, por su ID:',
    locked: 'Solo si restic dice que está bloqueado (locked) y ningún otro PC trabaja en él:',
    check: 'Si una unidad está sana:',
  },
  placeholders: { location: 'LUGAR', token: 'TOKEN', id: 'ID', folder: 'C:\\Restaurado' },
  driveHint: 'X: es la letra que la unidad tiene en este PC.',
  tokenHint:
    'TOKEN: quien administra la cuenta de Azure hace uno en el portal de Azure (contenedor, «Tokens de acceso compartido», permisos Leer y Enumerar). El código de arriba también contiene uno; la página de Lifeboat sobre el kit explica cómo lo abre un programa.',
  reprintTitle: 'Imprima un kit nuevo',
  reprint: [
    'cuando Lifeboat diga que este no está al día: se añadió o cambió un lugar, o se renovó el token de acceso;',
    'cuando se vaya quien lo guarda, o alguien haya visto o copiado la clave (haga entonces también una clave nueva).',
  ],
  lost: '¿Se perdió este papel? Haga enseguida otro kit en Lifeboat: quita la clave de este papel de todas las copias a su alcance. Destruya los papeles viejos.',
};
