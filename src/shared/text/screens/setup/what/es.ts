import type { SetupWhatTexts } from './texts.ts';

/** What to protect, in Spanish. */
export const spanishSetupWhat: SetupWhatTexts = {
  title: 'Qué proteger',
  lead: 'Lifeboat ha buscado bases de datos, archivos de copia de sistemas de farmacia y carpetas con escaneos. Marque lo que es de la farmacia y pruébelo.',
  server: '¿Dónde guarda sus datos su programa de dispensación?',
  serverHint: 'Si no lo sabe, pregunte a su proveedor: «¿En qué equipo está nuestra base de datos, y puede copiarla otro programa?»',
  serverChoices: {
    'this-pc': { name: 'En este equipo', about: 'Su base de datos o sus propios archivos de copia deberían estar en la lista de abajo.' },
    'other-pc': {
      name: 'En otro equipo de la farmacia',
      about:
        'Instale Lifeboat en ese equipo, o agregue abajo su base de datos con el nombre de ese equipo como servidor, o agregue la carpeta compartida con sus archivos de copia.',
    },
    'vendor-cloud': {
      name: 'En la nube del proveedor',
      about:
        'El proveedor guarda la base de datos. Aquí protege usted lo que él no guarda: exportaciones, informes, escaneos, plantillas de etiquetas. Pregunte al proveedor cómo recibiría usted sus datos si él desapareciera.',
    },
  },
  found: 'En este equipo',
  looking: 'Buscando bases de datos, archivos de copia y escaneos. Puede tardar un minuto; mientras tanto puede seguir.',
  lookAgain: 'Buscar de nuevo',
  nothingFound: {
    title: 'No se ha encontrado nada por sí solo',
    body: 'Ocurre, por ejemplo, si los datos están en otro equipo. Agregue usted la carpeta o la base de datos: su proveedor sabe dónde está.',
  },
  columns: { protect: 'Proteger', what: 'Qué es', size: 'Tamaño', tier: 'Qué importancia tiene', test: 'Prueba', change: 'Cambiar' },
  protect: (name) => `Proteger ${name}`,
  newest: (moment) => `lo más reciente: ${moment}`,
  unknownSize: 'sin medir',
  tierOf: (name) => `Qué importancia tiene ${name}`,
  test: (name) => `Probar ${name}`,
  testShort: 'Probar',
  testing: 'Probando…',
  works: 'Funciona.',
  fails: 'Todavía no funciona.',
  notTested: 'aún sin probar',
  needsAccount:
    'Aquí funciona un servidor de bases de datos. Lifeboat necesita el nombre de su base de datos y una cuenta que pueda leerla.',
  enterAccount: 'Indicar la cuenta…',
  change: (name) => `Cambiar ${name}`,
  changeShort: 'Cambiar…',
  addFolder: 'Agregar una carpeta',
  addDatabase: 'Agregar una base de datos',
  addGroup: 'Capturar varias juntas',
  nothingChosen: { title: 'No hay nada marcado.', body: 'Marque al menos una línea, o agregue una carpeta o una base de datos.' },
  noCritical: {
    title: 'Nada está marcado como crítico.',
    body: 'Lifeboat no sabrá entonces qué necesita usted primero para volver a surtir recetas. Puede seguir y cambiarlo después.',
  },
  forgotten: {
    title: 'Lo que quizá ha olvidado',
    lead: 'Cosas pequeñas que cuestan días cuando faltan en un equipo nuevo.',
    add: 'Elegir su carpeta…',
    addNamed: (name) => `Elegir su carpeta…: ${name}`,
    no: 'No tenemos esto',
    noNamed: (name) => `No tenemos esto: ${name}`,
    back: 'Mostrar lo descartado',
    protected: 'protegido',
    setAside: 'descartado',
  },
  items: {
    certificates: {
      name: 'Certificados de firma',
      about: 'Para pedir y recetar sustancias controladas. Expórtelos antes con su clave privada; pregunte al proveedor cómo.',
    },
    'label-templates': { name: 'Plantillas de etiquetas', about: 'Y otros formularios adaptados a su farmacia.' },
    'vendor-installer': {
      name: 'Instalador y licencia del sistema de farmacia',
      about: 'Archivos de instalación, claves de licencia, ajustes de impresoras y escáneres.',
    },
    accounting: { name: 'Contabilidad', about: 'Por ejemplo el archivo de empresa de QuickBooks.' },
    'point-of-sale': { name: 'Punto de venta', about: 'La caja suele tener su propia base de datos.' },
    robot: { name: 'Robot o máquina contadora', about: 'Su configuración, si el proveedor permite exportarla.' },
    'temperature-logs': { name: 'Registros de temperatura', about: 'De los refrigeradores con vacunas e insulina.' },
  },
};
