import type { PageTexts } from './texts.ts';

/** The page around all screens, in Spanish. */
export const spanishPage: PageTexts = {
  areas: 'Áreas principales',
  area: { home: 'Inicio', restore: 'Recuperar', runs: 'Copias', settings: 'Ajustes' },
  skipToContent: 'Ir al contenido',
  signOut: 'Cerrar sesión',
  loading: 'Un momento…',
  retry: 'Intentar de nuevo',
  cancel: 'Cancelar',
  close: 'Cerrar',
  back: 'Atrás',
  next: 'Siguiente',
  save: 'Guardar',
  saved: 'Guardado.',
  oldCopies: (place) => `${place} (copias antiguas)`,
  connection: {
    connecting: 'Lifeboat se está iniciando…',
    ownerGone: {
      title: 'Lifeboat no está en marcha en este momento.',
      body: 'Lo que ve puede no estar al día y mientras tanto no se hacen copias. Esta página continúa sola en cuanto Lifeboat vuelva a funcionar. Si sigue así, inicie Lifeboat desde el menú Inicio.',
    },
    signedOut: {
      title: 'Esta página ya no tiene la sesión abierta.',
      body: 'Abra Lifeboat de nuevo desde el menú Inicio o desde el icono junto al reloj, o use un nuevo enlace de acceso. Las copias continúan mientras tanto.',
    },
  },
  failures: {
    title: 'No ha funcionado.',
    notShown: 'Esto no se puede mostrar ahora.',
    ownerGone: 'Lifeboat no está en marcha en este momento, así que no se ha hecho nada. Inténtelo de nuevo cuando funcione.',
    forbidden: 'Su función no permite hacer esto. Pregunte al propietario de la farmacia.',
    unexpected:
      'Ha ocurrido algo inesperado y no se ha cambiado nada que usted no haya visto. Inténtelo de nuevo; si vuelve a ocurrir, cuente al soporte lo que hizo.',
  },
  broken: {
    title: 'Esta página no se puede mostrar ahora',
    body: 'Sus copias continúan y no se ha cambiado nada. Cargue la página de nuevo; si vuelve a ocurrir, cuente al soporte lo que hizo.',
    reload: 'Cargar la página de nuevo',
  },
  notFound: {
    title: 'Aquí no hay nada',
    body: 'La dirección no lleva a ninguna parte, o lo que mostraba ya no está.',
    home: 'Ir a Inicio',
  },
};
