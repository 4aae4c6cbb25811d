import type { SetupFrameTexts } from './texts.ts';

/** Around the steps of the guided set-up, in Spanish. */
export const spanishSetupFrame: SetupFrameTexts = {
  welcome: {
    title: 'Bienvenido a Lifeboat',
    lead: 'Lifeboat guarda copias de los datos de su farmacia en varios lugares, demuestra que se pueden recuperar y le avisa cuando algo va mal.',
    otherLanguage: 'English',
    fresh: {
      title: 'Configurar una farmacia nueva',
      body: 'Ocho pasos cortos, unos diez minutos. Puede cerrar esta ventana en cualquier momento y seguir después: no se pierde nada.',
      action: 'Configurar una farmacia nueva',
      goOn: 'Seguir donde lo dejó',
    },
    recover: {
      title: 'Recuperar con su kit de recuperación',
      body: 'El equipo viejo ha muerto, fue robado o sustituido. Necesita el kit de recuperación impreso y una de las copias: una unidad, una carpeta o la nube.',
      action: 'Recuperar con su kit de recuperación',
    },
    promise: 'Todo se cifra en este equipo antes de salir de él. Nadie más que usted tiene la clave, ni siquiera quienes hacen Lifeboat.',
  },
  steps: 'Pasos de la configuración',
  step: {
    pharmacy: 'Farmacia',
    you: 'Usted',
    what: 'Qué',
    where: 'Dónde',
    when: 'Cuándo',
    who: 'A quién avisar',
    kit: 'Kit de recuperación',
    'first-backup': 'Primera copia',
  },
  done: 'hecho',
  back: 'Atrás',
  nextTo: (step) => `Siguiente: ${step}`,
  leave: 'Puede cerrar esta ventana y seguir después. No se pierde nada.',
  pharmacy: {
    title: 'Su farmacia',
    lead: 'Esto se imprime en su kit de recuperación y decide cuándo trabaja Lifeboat.',
    name: 'Nombre de la farmacia',
    nameHint: 'Como se la conoce: figura en el kit de recuperación y en los avisos.',
  },
  you: {
    title: 'Usted',
    lead: 'Quien configura Lifeboat pasa a ser su propietario: puede cambiarlo todo y es el primero en saber cuando algo va mal.',
    name: 'Su nombre',
    email: 'Su correo electrónico',
    emailHint: 'Solo para avisos sobre sus copias. Lo confirma en el paso 6.',
    pic: '¿Quién es el farmacéutico responsable?',
    picHint:
      'Dos personas guardan un kit de recuperación: el propietario y el farmacéutico responsable. Siempre falta una de ellas cuando hace falta.',
    picMe: 'Soy yo',
    picOther: 'Otra persona',
    picName: 'Nombre del farmacéutico responsable',
    picEmail: 'Su correo electrónico',
  },
};
