import type { MailFormTexts } from './texts.ts';

/** The mail server, in Spanish. */
export const spanishMailForm: MailFormTexts = {
  title: 'Servidor de correo',
  lead: 'Lifeboat envía los avisos desde su propia cuenta de correo. No llevan nombres de pacientes, personas ni archivos.',
  host: 'Servidor de salida (SMTP)',
  hostHint: 'Se lo dice su proveedor de correo, como smtp.office365.com o smtp.gmail.com.',
  port: 'Puerto',
  security: 'Cifrado',
  securities: {
    tls: 'Cifrado desde el principio (TLS, normalmente puerto 465)',
    starttls: 'Pasa a cifrado (STARTTLS, normalmente puerto 587)',
    none: 'Ninguno (solo para un servidor en este equipo)',
  },
  user: 'Cuenta',
  userHint: 'Normalmente la dirección de correo. Déjela vacía si el servidor no pide ninguna.',
  password: 'Contraseña',
  passwordHint: 'A menudo una «contraseña de aplicación» propia. Solo se guarda en el almacén seguro de este equipo.',
  passwordKept: 'Déjela vacía para conservar la guardada.',
  from: 'Remitente',
  fromHint: 'La dirección de la que vienen los avisos.',
  save: 'Guardar el servidor de correo',
  saved: 'Guardado.',
  test: 'Enviar un mensaje de prueba',
  testTo: 'Mensaje de prueba a',
  sent: (to) => `Se entregó al servidor un mensaje de prueba para ${to}.`,
};
