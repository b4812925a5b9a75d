/**
 * Clitics: the ways in which a written word may be cut into proclitics, article, stem and enclitic.
 *
 * Order matters: the whole word comes first, so that names which begin with a clitic's letter
 * (الباغوز، بازيان، وادي) are tried whole before anything is cut off.
 */
export interface Segmentation {
  /** The letters cut off in front, without the article: '', و, ف, ب, ل, ك, س, وب, ول, فل … */
  readonly proclitics: string;
  /** The article ال was cut off (also from لل, which is ل + ال). */
  readonly definite: boolean;
  readonly stem: string;
  /** Pronoun cut off behind: '', ه, ها, هم, هن, هما, نا, كم, ك. */
  readonly enclitic: string;
}

const CONJUNCTIONS = ['', 'و', 'ف'];
const PREPOSITIONS = ['', 'ب', 'ل', 'ك', 'س'];
const ENCLITICS = ['هما', 'ها', 'هم', 'هن', 'نا', 'كم', 'ه', 'ك', 'ي'];
const SHORTEST_STEM = 2;

const fronts = (form: string): Segmentation[] => {
  const found: Segmentation[] = [];
  const push = (proclitics: string, definite: boolean, stem: string) => {
    if (stem.length >= SHORTEST_STEM) found.push({ proclitics, definite, stem, enclitic: '' });
  };
  for (const conjunction of CONJUNCTIONS) {
    if (!form.startsWith(conjunction)) continue;
    const afterConjunction = form.slice(conjunction.length);
    for (const preposition of PREPOSITIONS) {
      if (!afterConjunction.startsWith(preposition)) continue;
      const rest = afterConjunction.slice(preposition.length);
      const proclitics = conjunction + preposition;
      push(proclitics, false, rest);
      if (preposition === 'ل' && rest.startsWith('ل')) {
        push(proclitics, true, rest.slice(1));
        // للجنة is ل and اللجنة: of three lams only two are written.
        push(proclitics, true, rest);
      }
      if (preposition !== 'س' && preposition !== 'ل' && rest.startsWith('ال')) push(proclitics, true, rest.slice(2));
    }
  }
  return found;
};

/**
 * The stem as it is written without its pronoun: ة is written ت before one (عائلته), ى is written ا (قتلاهم),
 * ء takes a seat (أبناؤه، أبنائه).
 */
const withoutPronoun = (stem: string): string | null => {
  if (stem.length <= SHORTEST_STEM) return null;
  const bare = stem.slice(0, -1);
  if (stem.endsWith('ت')) return `${bare}ه`;
  if (stem.endsWith('او') || stem.endsWith('اي')) return `${bare}ء`;
  return stem.endsWith('ا') ? `${bare}ي` : null;
};

/** The cuts of a front behind which a pronoun may hide. */
const backs = (front: Segmentation): Segmentation[] => {
  if (front.definite) return [];
  const found: Segmentation[] = [];
  for (const enclitic of ENCLITICS) {
    if (!front.stem.endsWith(enclitic)) continue;
    const stem = front.stem.slice(0, -enclitic.length);
    if (stem.length < SHORTEST_STEM) continue;
    found.push({ ...front, stem, enclitic });
    const bare = withoutPronoun(stem);
    if (bare !== null) found.push({ ...front, stem: bare, enclitic });
  }
  return found;
};

/** Every way to cut a folded word, the least cut first. */
export const segment = (form: string): readonly Segmentation[] => {
  const cut = fronts(form);
  return [...cut, ...cut.flatMap(backs)];
};
