import { forms, standingPolicy } from '@isnad/publish';
import type { ExportedFiles } from '../case/casebook.js';
import { awaitedIn } from '../case/entries.js';
import type { Handler, Scene } from '../http/handler.js';
import { conflict, noSuch } from '../http/refused.js';

export const publishing: Handler<'publishing'> = (_, { book }) => {
  const { delayDays, quoteWords, coarsenTo, measures, placeKinds, placeWords } = standingPolicy;
  const sensitive = (what: 'measure' | 'place-kind' | 'place-word', table: typeof measures) =>
    Object.entries(table).map(([id, name]) => ({ what, id, name }));
  return {
    policy: {
      delayDays,
      quoteWords,
      coarsenTo,
      sensitive: [
        ...sensitive('measure', measures),
        ...sensitive('place-kind', placeKinds),
        ...sensitive('place-word', placeWords),
      ],
    },
    forms: forms.map(({ id, about, ending }) => ({ id, about, ending })),
    exporting: book.writable,
  };
};

/** Files of an export, made once a record and day; the last two forms are kept. */
export const filesOf = async (form: string, scene: Scene): Promise<ExportedFiles> => {
  if (!forms.some(({ id }) => id === form)) throw noSuch('form', form);
  const asOf = scene.now().slice(0, 10);
  const kept = scene.once('exports', () => new Map<string, Promise<ExportedFiles | null>>());
  const key = `${form} ${asOf}`;
  const files = await awaitedIn(kept, key, 2, () => scene.book.exported(form, asOf));
  if (!files)
    throw conflict(
      'api/no-exports',
      'No exports can be made here',
      'A built folder holds no texts; export it with isnad export, or serve a case.',
    );
  return files;
};

const sizeOf = (content: string | Uint8Array): number =>
  typeof content === 'string' ? Buffer.byteLength(content) : content.byteLength;

export const exportAs: Handler<'exportAs'> = async ({ params: { form } }, scene) => {
  const { files, losses } = await filesOf(form, scene);
  return {
    form,
    asOf: scene.now().slice(0, 10),
    files: [...files].map(([name, content]) => ({
      name,
      bytes: sizeOf(content),
      href: `/api/exports/${form}/${encodeURIComponent(name)}`,
    })),
    losses,
  };
};
