import type { SetupEndTexts } from './texts.ts';

/** Who hears, the recovery kit and the first backup, in Spanish. */
export const spanishSetupEnd: SetupEndTexts = {
  who: {
    title: 'A quién avisar',
    lead: 'Dos personas reciben aviso cuando algo va mal. Cada una confirma su dirección con un código, para que un error al teclear no se trague el único mensaje que importa.',
    people: 'Dos personas',
    mail: 'Servidor de correo',
    noMail: {
      title: 'Sin servidor de correo, Lifeboat solo puede avisar en este equipo.',
      body: 'Muestra los problemas en Inicio y junto al reloj. Si nadie mira este equipo, o si está apagado o robado, nadie se entera. Puede agregar un servidor de correo después en los ajustes.',
    },
    tooFew: {
      title: 'Menos de dos personas han confirmado su dirección.',
      body: 'Si esa única persona no está, nadie se entera. Puede seguir y hacerlo después; Inicio se lo recordará.',
    },
    anyway: 'Seguir de todos modos',
  },
  kit: {
    title: 'Kit de recuperación',
    lead: 'Dos papeles, uno para el propietario y otro para el farmacéutico responsable. Imprima cada uno y escriba después su clave desde el papel: así queda probado que el papel funciona antes de necesitarlo.',
    notReady: {
      title: 'El kit de recuperación no está listo.',
      body: 'Si este equipo se estropea o lo roban antes de que los dos papeles estén en la caja fuerte, nadie podrá leer las copias: se pierde todo. Puede aplazarlo, e Inicio lo pedirá hasta que esté hecho.',
    },
    postpone: 'Aplazar el kit de recuperación',
  },
  first: {
    title: 'Primera copia',
    lead: 'Empieza enseguida. Cuando termina, Lifeboat restaura desde ella para demostrar que funciona.',
    starting: 'Empezando la primera copia…',
    again: 'Empezar de nuevo',
    backup: 'Copia',
    leave: 'Puede cerrar esta ventana o ir a Inicio: continúa sola, con el icono junto al reloj.',
    done: 'La primera copia está hecha.',
    failed: {
      title: 'La primera copia no ha funcionado en todas partes.',
      body: 'Lo que funcionó se conserva. Mire los detalles para saber qué hacer; Lifeboat lo intenta de nuevo por sí solo.',
    },
    stopped: {
      title: 'La primera copia se detuvo.',
      body: 'Lifeboat la continúa a la próxima hora prevista, o cuando usted la inicie en Inicio.',
    },
    details: 'Detalles',
    proof: 'Primera prueba',
    proofWaits: 'La prueba de restauración viene después de la copia.',
    proven: ({ source, place, length }) => `${source} volvió desde ${place} en ${length}`,
    level: {
      bytes: 'cada byte coincide',
      verified: 'su propia comprobación lo encontró íntegro',
      opened: (facts) => `se abrió y se contó (${facts})`,
    },
    sample: 'una muestra al azar',
    notProven: ({ source, place }) => `${source} no pasó la prueba de restauración desde ${place}. Inicio dice qué hacer.`,
    ready: {
      title: 'La farmacia está configurada y la primera copia está probada.',
      body: 'Desde ahora Lifeboat trabaja solo y avisa cuando algo le necesita.',
    },
    open: {
      title: 'La farmacia está configurada, pero todavía no todas las copias están probadas.',
      body: (sources) =>
        `${sources === undefined ? 'Un lugar todavía no tiene copia' : `Sin probar: ${sources}`}. Lifeboat lo intenta de nuevo por sí solo; Inicio dice cómo está y qué hacer.`,
    },
    home: 'Ir a Inicio',
    homeMeanwhile: 'Ir a Inicio mientras tanto',
  },
};
