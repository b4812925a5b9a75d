import type { Release } from '@isnad/api';
import type { Compared, KeptRelease, Releasing } from '../case/releasing.js';
import type { Handler, Scene } from '../http/handler.js';
import { conflict, noSuch } from '../http/refused.js';
import { authorOf } from '../security/viewer.js';

export const releaseHref = (number: number, name: string): string =>
  `/api/releases/${number}/files/${name.split('/').map(encodeURIComponent).join('/')}`;

const releaseOf = ({ files, ...rest }: KeptRelease): Release => ({
  ...rest,
  files: files.map((name) => ({ name, href: releaseHref(rest.number, name) })),
});

const releasingOf = ({ book }: Scene): Releasing => {
  if (book.releases) return book.releases;
  throw conflict(
    'api/no-releases',
    'No releases can be made here',
    'A built folder is none of a case; release it with isnad release, or serve a case.',
  );
};

const found = async (number: number, scene: Scene): Promise<KeptRelease> => {
  const release = (await scene.book.releases?.list())?.find((one) => one.number === number);
  if (!release) throw noSuch('release', String(number));
  return release;
};

export const releases: Handler<'releases'> = async (_, { book }) => ({
  releasing: book.releases !== null,
  releases: [...((await book.releases?.list()) ?? [])].reverse().map(releaseOf),
});

export const publish: Handler<'publish'> = async ({ body }, scene) => {
  const by = authorOf(scene.viewer, body.by);
  const number = await releasingOf(scene).make({ ...body, by });
  return releaseOf(await found(number, scene));
};

const reportsOf = (reports: Compared['reports'][keyof Compared['reports']]) =>
  reports.map(({ id, title, outlet, published }) => ({ id, title, outlet, published: published.edtf }));

export const compare: Handler<'compare'> = async ({ params: { from, to } }, scene) => {
  await found(from, scene);
  if (to !== 'now') await found(to, scene);
  const compared = await releasingOf(scene).compare(from, to === 'now' ? null : to);
  const { added, gone, changed } = compared.reports;
  return {
    from: { number: compared.from.number, asOf: compared.from.as_of },
    to: { number: compared.to.number, asOf: compared.to.as_of },
    reports: { added: reportsOf(added), gone: reportsOf(gone), changed: reportsOf(changed) },
    decisions: compared.decisions.map(({ id }) => id),
    changes: compared.changes.map(({ kind, about, say, because }) => ({
      kind,
      about,
      say,
      because: because.map((cause) => ({ kind: cause.kind, about: cause.about, explain: cause.explain })),
    })),
  };
};

/** A file of a release. */
export const releaseFile = async (number: number, name: string, scene: Scene): Promise<Uint8Array> => {
  const { files } = await found(number, scene);
  const content = files.includes(name) ? await scene.book.releases?.file(number, name) : null;
  if (!content) throw noSuch('file', name);
  return content;
};
