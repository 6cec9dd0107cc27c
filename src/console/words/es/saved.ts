import type { saved as english } from '../en/saved'

/** The texts of searches that are kept under a name. */
export const saved: typeof english = {
  saved: {
    title: 'Búsquedas guardadas',
    none: 'Todavía no hay ninguna búsqueda guardada. Busque algo y guarde la búsqueda debajo del formulario.',
    all: 'Todos los comentarios',
    shared: 'compartida',
    sharedOwn: 'compartida por usted',
    change: 'Cambiar',
    changeOf: (name) => `Cambiar la búsqueda guardada «${name}»`,
    name: 'Nombre',
    rename: 'Cambiar el nombre',
    delete: 'Eliminar',
    saveThis: 'Guardar esta búsqueda',
    share: 'Compartirla con todos los moderadores que pueden ver estos sitios',
    save: 'Guardar',
    saved: 'Búsqueda guardada.',
    renamed: 'La búsqueda tiene un nombre nuevo.',
    deleted: 'La búsqueda ya no está guardada.',
    problems: {
      unnamed: 'Indique un nombre de 80 caracteres como máximo.',
      taken: 'Ya tiene una búsqueda con este nombre. Use otro.',
      full: 'Ya ha guardado 50 búsquedas. Elimine antes una.',
    },
  },
}
