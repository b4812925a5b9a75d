import type { Bilingual } from '@isnad/model';
import { type ComponentChildren, h } from 'preact';
import phrases from '../data/phrases.json' with { type: 'json' };
import { cutAtVeils, type Withheld } from '../policy/veil.js';

export type Phrase = keyof typeof phrases;
export const phrase = (key: Phrase): Bilingual => phrases[key];

/** Both languages in one string, where markup cannot stand. */
export const both = ({ ar, en }: Bilingual): string => `${ar} · ${en}`;

const WITHHELD: Readonly<Record<Withheld, Phrase>> = {
  name: 'nameWithheld',
  place: 'placeWithheld',
  young: 'youngWithheld',
};

/**
 * Both languages; the page shows the one that is switched on, which is then also that of the document, so
 * that the elements need no `lang` of their own. Short names, because there are thousands of them.
 */
export const Both = ({ ar, en }: { readonly ar: ComponentChildren; readonly en: ComponentChildren }) => (
  <>
    {h('t-ar', null, ar)}
    {h('t-en', null, en)}
  </>
);

/** A phrase of the interface. */
export const Say = ({ of }: { readonly of: Phrase }) => <Both {...phrases[of]} />;

/** Text in which some may be withheld. */
export const Text = ({ text }: { readonly text: string }) => (
  <>
    {cutAtVeils(text).map(({ text: shown, withheld }) =>
      withheld === null ? (
        shown
      ) : (
        <span class={`withheld ${withheld}`}>
          <Say of={WITHHELD[withheld]} />
        </span>
      ),
    )}
  </>
);

/** A composed text in both languages, in which some may be withheld. */
export const Composed = ({ ar, en }: Bilingual) => <Both ar={<Text text={ar} />} en={<Text text={en} />} />;

const grouped = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ',');

/** A count, or the range between two; Western digits, left to right in both languages. */
export const Count = ({ low, high }: { readonly low: number | null; readonly high?: number | null }) => {
  const top = high === undefined ? low : high;
  const text =
    low === null && top === null
      ? '?'
      : low === top
        ? grouped(low!)
        : low === null
          ? `≤${grouped(top!)}`
          : top === null
            ? `≥${grouped(low)}`
            : `${grouped(low)}–${grouped(top)}`;
  return (
    <bdi class="n" dir="ltr">
      {text}
    </bdi>
  );
};
