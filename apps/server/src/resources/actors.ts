import type { Actors } from '@isnad/api';
import { fold } from '@isnad/arabic';
import { derived } from '../case/derived.js';
import { entryIn } from '../case/entries.js';
import type { Handler } from '../http/handler.js';
import type { Steps } from '../steps.js';

const plain = (id: string) => ({ ar: id, en: id });

interface Tally {
  acted: number;
  targeted: number;
  holds: number;
  hostile: number;
  own: number;
}

export const counted = derived('actors', function* (scene): Steps<Actors> {
  const { record, words, publisherOf, cover } = scene.view;
  const tallies = new Map<string, Tally>();
  const of = (id: string): Tally =>
    entryIn(tallies, id, () => ({ acted: 0, targeted: 0, holds: 0, hostile: 0, own: 0 }));
  const isSide = (id: string) => words.groups[id] === undefined;
  for (const { actors, targets } of record.incidents) {
    yield;
    for (const id of new Set(actors)) of(id).acted++;
    for (const id of new Set(targets)) if (isSide(id)) of(id).targeted++;
  }
  for (const { spans } of record.control)
    for (const holder of new Set(spans.map((span) => span.holder))) if (holder !== null) of(holder).holds++;

  type Framed = { -readonly [K in keyof Actors['framing'][number]]: Actors['framing'][number][K] } & {
    claims: string[];
  };
  const framing = new Map<string, Framed>();
  const mentions = new Map<string, { actor: string; outlet: string; count: number }>();
  for (const claim of record.claims) {
    yield;
    if (claim.kind !== 'event') continue;
    const outlet = publisherOf(claim.report);
    for (const actor of new Set([...claim.actors, ...claim.targets.filter(isSide)])) {
      const key = `${actor}\n${outlet}`;
      const one = mentions.get(key);
      if (one) one.count++;
      else mentions.set(key, { actor, outlet, count: 1 });
    }
    for (const { actor, stance, text, start } of claim.framing ?? []) {
      of(actor)[stance]++;
      const said = cover(text, claim.report, start).replace(/\s+/g, ' ');
      const key = `${actor}\n${outlet}\n${stance}\n${fold(said)}`;
      const one = entryIn(framing, key, () => ({ actor, outlet, stance, words: said, count: 0, claims: [] }));
      one.count++;
      if (one.claims.length < MOST_CLAIMS) one.claims.push(claim.id);
    }
  }
  return {
    actors: [...tallies]
      .map(([id, tally]) => ({
        id,
        name: words.actors[id]?.name ?? plain(id),
        kind: words.actors[id]?.kind ?? null,
        ...tally,
      }))
      .sort((a, b) => b.acted + b.targeted - a.acted - a.targeted || (a.id < b.id ? -1 : 1)),
    framing: [...framing.values()].sort((a, b) => b.count - a.count || (a.words < b.words ? -1 : 1)),
    mentions: [...mentions.values()].sort((a, b) => b.count - a.count || (a.actor < b.actor ? -1 : 1)),
  };
});

const MOST_CLAIMS = 20;

export const actors: Handler<'actors'> = (_, scene) => counted(scene);
