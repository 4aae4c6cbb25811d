import type { FormTexts } from './texts.ts';

/** Forms, in Spanish. */
export const spanishForm: FormTexts = {
  problems: {
    required: 'Complete este campo.',
    email: 'Esto no es una dirección de correo, como ana@farmacia.com.',
    url: 'Esto no es una dirección web, como https://example.com.',
    time: 'El final debe ser posterior al comienzo.',
    number: 'Este número no puede ser correcto.',
    'too-long': 'Es demasiado largo.',
    'two-needed': 'Elija al menos dos.',
    invalid: 'Esto no puede ser correcto. Revíselo.',
  },
  optional: 'opcional',
  add: 'Agregar',
  remove: 'Quitar',
  change: 'Cambiar',
};
