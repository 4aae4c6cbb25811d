import type { LossTexts } from './loss-texts.ts';

export const spanishLoss: LossTexts = {
  title: 'Declaración sobre copias perdidas o robadas',
  made: (date) => `Hecha el ${date}`,
  page: (page, pages) => `Página ${page} de ${pages}`,
  whatTitle: 'Qué falta',
  what: {
    thing: 'Qué',
    how: 'Cómo',
    noticed: 'Notado',
    lastSeen: 'Visto por Lifeboat por última vez',
    holder: 'Se lo llevó por última vez',
    declared: 'Declarado',
  },
  kinds: { disk: 'un disco de copias de un juego', place: 'un lugar con copias', pc: 'el PC que hacía las copias' },
  lost: 'perdido',
  stolen: 'robado',
  unknown: 'no se sabe',
  contentsTitle: 'Qué contenía',
  contents: { source: 'Datos', from: 'Copia más antigua', to: 'Copia más reciente', points: 'Copias', bytes: 'Tamaño de la más reciente' },
  nothingOnIt: 'No contenía ninguna copia.',
  encryptionTitle: 'Quién podría leerlo',
  encryptedSince: (date) => `Todo lo que Lifeboat escribió allí estaba cifrado desde el primer byte (${date}).`,
  encryption:
    'Las copias se cifran y autentican con AES-256 en modo contador y Poly1305, en el formato de restic, antes de salir del PC. Los archivos de clave están protegidos con scrypt. No contenía ninguna clave que los abra.',
  readable: {
    key: 'Solo puede leerse con una clave de recuperación en papel o con la clave guardada en el almacén del PC de la farmacia, y con nada más.',
    paper: 'Un kit de recuperación puede estar en las mismas manos. Quien tenga ambos puede leerlo todo: trate los datos como divulgados.',
    open: 'El disco del PC no estaba cifrado. Quien tenga el PC puede leer lo que contenía: trate los datos como divulgados.',
    unknown: 'No se sabe si el disco del PC estaba cifrado. Averígüelo: si no lo estaba, trate sus datos como divulgados.',
  },
  nowTitle: 'Qué hacer ahora',
  credentials: {
    place: (name) =>
      `Cambie el acceso a ${name}: cree una clave nueva en su cuenta, con lo que las anteriores dejan de valer, e introduzca el nuevo acceso en Lifeboat.`,
    database: (name) => `Cambie la contraseña de la cuenta de base de datos que Lifeboat usaba para ${name}.`,
    mail: (name) => `Cambie la contraseña de la cuenta de correo ${name}.`,
    account: () =>
      'Cambie las contraseñas de todos los que trabajaban en ese PC, también las de los sitios web que recordaba su navegador.',
  },
  noCredentials: 'No contenía contraseñas ni claves de acceso: no hay que cambiar ninguna.',
  retireKey:
    'Haga ahora kits de recuperación nuevos para ambos titulares. Los papeles anteriores ya no abrirán ninguna de las copias que conserva la farmacia.',
  keepKey: 'Los kits de recuperación de la caja fuerte siguen siendo válidos.',
  lastCopy: 'Era el único lugar con una copia de algo crítico: haga ahora una copia en otro lugar.',
  counsel:
    'Si hay que notificar la pérdida, a quién y en qué plazo lo deciden la farmacia y sus asesores. En Estados Unidos, los datos de salud cifrados cuya clave no se ha perdido no suelen considerarse "no protegidos" (45 CFR 164.402).',
  signature: 'Firma',
  date: 'Fecha',
};
