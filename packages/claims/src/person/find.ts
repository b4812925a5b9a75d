import { isAccepted } from './accept.js';
import { isListed, isOpening, listIsOpen, reaches } from './between.js';
import { type Chain, chainAt } from './chain.js';
import type { Found, TitleFound } from './mention.js';
import { type Announced, isByName, type KinFound, kinBefore, supportAt } from './state.js';
import { startBehind, type View } from './view.js';
import type { PersonWord } from './words.js';

type Hit = ReturnType<View['words']['phrases']['at']>[number];
type HitOf<K extends PersonWord['kind']> = Hit & { readonly value: Extract<PersonWord, { kind: K }> };
const isOf = <K extends PersonWord['kind']>(hit: Hit | undefined, kind: K): hit is HitOf<K> => hit?.value.kind === kind;

/** How far, in tokens, a title reaches over its office: وزير الدفاع في الحكومة المؤقتة فلان. */
const REACH = 14;

export interface Findings {
  readonly found: readonly Found[];
  /** Titles beside which no name stands, for descriptions. */
  readonly bareTitles: readonly TitleFound[];
  readonly kin: readonly KinFound[];
}

/** Goes over a report once and collects the people it names. */
export const findNames = (view: View): Findings => new Finder(view).run();

/** أخي (my brother) is someone's who speaks. */
const PRONOUNS = new Set(['ه', 'ها', 'هم', 'هما', 'هن', 'نا']);
/** كتب (wrote) signs a report only with a colon behind. */
const WRITING = new Set(['كتب', 'كتبت']);
/** Items that no office holds: a verb of saying, the beginning of a clause. */
const CLAUSE_WORDS = new Set(['reporting', 'complementiser', 'relative', 'connector', 'negator', 'purpose']);

/** آل (house of), folded. */
const HOUSE = new Set(['ال', 'لال', 'وال']);

class Finder {
  readonly #view: View;
  readonly #found: Found[] = [];
  readonly #bareTitles: TitleFound[] = [];
  readonly #kin: KinFound[] = [];
  #state: Announced = { titles: [], kin: null, mark: null, inList: false, listFrom: -1 };
  #comma = false;
  /** Token at which the name of a street, a unit or the like begins. */
  #blocked = -1;
  /** Token whose sentence tells what became of the people of a list. */
  #listOf = -1;

  constructor(view: View) {
    this.#view = view;
  }

  run(): Findings {
    const { tokens } = this.#view;
    for (let at = 0; at < tokens.length; ) at = this.#step(at);
    this.#dropTitles();
    return { found: this.#found, bareTitles: this.#bareTitles, kin: this.#kin };
  }

  #set(change: Partial<Announced>): void {
    this.#state = { ...this.#state, ...change };
  }

  /** Handles what begins at a token; gives the next token to look at. */
  #step(at: number): number {
    const { tokens } = this.#view;
    const { kind, word } = tokens[at]!;
    if (kind === 'break')
      this.#endSentence(
        this.#state.inList && (tokens[at - 1]?.word.form === ':' || listIsOpen(this.#view, this.#state.listFrom, at)),
      );
    else if (kind === 'mark') this.#passMark(word.form);
    else if (kind === 'word') {
      const hits = this.#view.words.phrases.at(tokens, at, true);
      return this.#nameAt(at, hits) ?? this.#wordAt(at, hits);
    }
    return at + 1;
  }

  #passMark(form: string): void {
    if (form === '،' || form === ',' || form === '-') {
      if (this.#comma) this.#dropTitles();
      this.#comma = true;
    } else if (form === ':') this.#dropTitles();
    else if (/^[.؟!؛]$/.test(form)) this.#endSentence(false);
  }

  #endSentence(listGoesOn: boolean): void {
    this.#dropTitles();
    if (!listGoesOn) this.#set({ inList: false, listFrom: -1, mark: null });
    this.#set({ kin: null });
  }

  #dropTitles(): void {
    this.#bareTitles.push(...this.#state.titles);
    this.#set({ titles: [] });
    this.#comma = false;
  }

  /** A name, if one begins here: the token behind it. */
  #nameAt(at: number, hits: readonly Hit[]): number | null {
    const view = this.#view;
    const facts = view.factsAt(at);
    const support = supportAt(view, this.#state, at);
    const figure = hits.find((hit) => isOf(hit, 'figure') && !hit.enclitic);
    const isNameWord = facts.given || facts.kunya || facts.servant || facts.compound || facts.lineage;
    if ((!figure && support === 'none' && !isNameWord) || isInside(view, at)) return null;
    // A word of rank or office is no name with the article (الرائد), nor before a noun with it (قائد المجلس).
    const isTitle = hits.some(({ value }) => value.kind === 'title');
    if (
      isTitle &&
      !figure &&
      (facts.definite || !facts.given || (view.tokens[at + 1]?.kind === 'word' && view.factsAt(at + 1).definite))
    )
      return null;
    const chain = chainAt(view, at, support);
    const figureLast = figure ? at + figure.length - 1 : -1;
    const isFigure =
      isOf(figure, 'figure') &&
      (!chain || figureLast >= chain.last || isPastFigure(chain, figureLast)) &&
      (!figure.value.alone || isAlone(view, at));
    if (!isFigure && !(chain && isAccepted(view, chain, support, hits))) return null;
    const last = isFigure ? figureLast : chain!.last;
    if (this.#blocked === at) return last + 1;
    if (isFigure)
      this.#add(
        { first: at, last, proclitics: figure.proclitics, parts: chain?.parts.filter((one) => one.last <= last) ?? [] },
        figure.value.role,
      );
    else this.#add(chain!, null);
    return last + 1;
  }

  #add(chain: Chain, figure: Found['figure']): void {
    const view = this.#view;
    const { first, last, proclitics } = chain;
    const { mark, titles: announced, inList, listFrom } = this.#state;
    const marked = mark && reaches(view, mark.last, first) ? mark.mark : null;
    const kin = kinBefore(view, this.#state, first);
    const before = this.#found.at(-1);
    const listed = isListed(view, listFrom, first, proclitics);
    let titles = kin?.pronoun ? announced.filter((title) => title.first > kin.last) : announced;
    if (titles.length === 0 && listed && before) titles = before.titles.filter(({ many }) => many);
    titles = ofOnePerson(titles);
    const alias = before !== undefined && (marked === 'nickname' || isByName(view, listFrom, first));
    if (alias) titles = before.titles;
    this.#found.push({
      first,
      last,
      start: startBehind(view, view.tokens[first]!, proclitics),
      end: view.tokens[last]!.end,
      chain,
      titles,
      sex: sexOf(chain, titles, kin) ?? (figure ? 'male' : null),
      figure: alias ? before.figure : figure,
      byline: marked === 'byline',
      back: alias,
      listed,
      listOf: inList ? this.#listOf : null,
      asKin: kin !== null && !kin.pronoun,
    });
    if (kin?.pronoun) this.#kin.splice(this.#kin.indexOf(kin), 1);
    this.#set({ titles: [], kin: null, mark: inList ? mark : null, listFrom: last });
    this.#comma = false;
  }

  /** A word that is no name: title, kinship, mark, or part of an office. */
  #wordAt(at: number, hits: readonly Hit[]): number {
    const view = this.#view;
    const form = view.tokens[at]!.word.form;
    const definite = !HOUSE.has(form) && /^[وفبكل]{0,2}ال|^[وف]?لل/.test(form);
    const kin = hits.find((hit) => isOf(hit, 'kin') && isKinHere(view, at, hit));
    const best = hits.find(
      ({ value, enclitic }) =>
        value.kind !== 'figure' &&
        value.kind !== 'kin' &&
        (enclitic === '' || (value.kind === 'title' && isPronoun(view, at, enclitic))),
    );
    const bearer = hits.find((hit) => isOf(hit, 'bearer') && !hit.enclitic);
    if (isOf(kin, 'kin') && (kin.enclitic !== '' || !best || best.length < kin.length)) return this.#passKin(at, kin);
    if (bearer && !definite && (!best || bearer.length >= best.length)) return this.#passBearer(at, bearer.length);
    if (isOf(best, 'title')) return this.#passTitle(at, best, hits);
    if (isOf(best, 'mark') && (best.value.mark !== 'byline' || this.#beginsByline(at, at + best.length - 1)))
      return this.#passNameMark(at, best);
    this.#passWord(at);
    const item = view.itemAt(at);
    return item?.first === at && (item.kind === 'number' || item.kind === 'date') ? item.last + 1 : at + 1;
  }

  #passBearer(at: number, length: number): number {
    this.#passWord(at);
    let next = at + length;
    while (isOpening(this.#view, next)) next++;
    this.#blocked = next;
    return at + length;
  }

  #passTitle(at: number, { value, length, proclitics, enclitic }: HitOf<'title'>, hits: readonly Hit[]): number {
    const last = at + length - 1;
    if (this.#blocked === at && value.title.id !== 'in-command') {
      // كتيبة الشهيد فلان, تلة الشيخ فلان
      this.#blocked = last + 1;
      return last + 1;
    }
    // A private person, or one governed by a preposition, is someone else than the bearer of the title before.
    if (value.title.is === 'person' || /[لب]/.test(proclitics) || proclitics.startsWith('و')) this.#dropTitles();
    const { form } = this.#view.tokens[at]!.word;
    const many = value.many && hits.some((hit) => isOf(hit, 'title') && hit.value.many);
    const definite = enclitic !== '' || form.slice(proclitics.length).startsWith('ال') || form.startsWith('لل');
    this.#set({
      titles: [...this.#state.titles, { title: value.title, sex: value.sex, many, definite, first: at, last }],
    });
    this.#comma = false;
    if (this.#state.listFrom >= 0 && !isListed(this.#view, this.#state.listFrom, at, proclitics))
      this.#set({ listFrom: -1 });
    return last + 1;
  }

  #passKin(at: number, { value, length, proclitics, enclitic }: HitOf<'kin'>): number {
    const last = at + length - 1;
    const before = this.#state.kin;
    // ابن عمه, زوجة شقيقه: one kinsman.
    const goesOn = before && !before.pronoun && before.last === at - 1 && enclitic !== '';
    if (goesOn) this.#kin.pop();
    const kin: KinFound = goesOn
      ? { ...before, last, pronoun: true }
      : { first: at, last, sex: value.sex, pronoun: enclitic !== '', proclitics };
    this.#kin.push(kin);
    if (enclitic === '') this.#dropTitles();
    this.#set({ kin, mark: null });
    this.#comma = false;
    return last + 1;
  }

  #passNameMark(at: number, { value, length }: HitOf<'mark'>): number {
    const last = at + length - 1;
    const inList = this.#state.inList || value.mark === 'list';
    if (inList || value.mark === 'among') this.#listOf = at;
    if (value.mark !== 'named' && value.mark !== 'nickname') this.#dropTitles();
    this.#set({ mark: { mark: value.mark, first: at, last }, inList });
    return last + 1;
  }

  /** «بقلم: فلان», «(إعداد فلان», «تصوير/ فلان»: at the start of a line or bracket, or with a colon behind. */
  #beginsByline(at: number, last: number): boolean {
    const { tokens } = this.#view;
    const before = tokens[at - 1];
    const behind = tokens[last + 1]?.word.form;
    if (behind === ':' || behind === '/') return true;
    const opens = before === undefined || before.kind === 'break' || /^[(\-|]$/.test(before.word.form);
    return opens && !WRITING.has(tokens[at]!.word.form);
  }

  /** Any other word: it ends an office when it opens a clause, and a list when it is no age. */
  #passWord(at: number): void {
    const kind = this.#view.itemAt(at)?.kind;
    const { titles, listFrom } = this.#state;
    const { lead, years } = this.#view.words.ages;
    const { form } = this.#view.tokens[at]!.word;
    // يبلغ من العمر 12 عاما: an age keeps a title and its name together.
    if (titles.length > 0 && !this.#comma && (lead.has(form) || years.has(form))) return;
    if (this.#comma || (kind !== undefined && CLAUSE_WORDS.has(kind)) || (titles[0] && at - titles[0].last > REACH))
      this.#dropTitles();
    if (listFrom >= 0 && !listIsOpen(this.#view, listFrom, at + 1)) this.#set({ listFrom: -1 });
  }
}

/** Titles of the person named: those from the last private one on, for «قائد الشرطة المواطن فلان» is two people. */
const ofOnePerson = (titles: readonly TitleFound[]): readonly TitleFound[] => {
  const from = titles.findLastIndex(({ title }) => title.is === 'person');
  return from > 0 ? titles.slice(from) : titles;
};

const sexOf = (chain: Chain, titles: readonly TitleFound[], kin: KinFound | null): Found['sex'] =>
  chain.parts[0]?.sex ??
  (kin?.pronoun ? kin.sex : null) ??
  titles.find(({ sex }) => sex === 'female')?.sex ??
  titles.find(({ sex }) => sex !== null)?.sex ??
  null;

/** Inside a longer name of a side or place: the «حفتر» of «قوات حفتر». */
const isInside = (view: View, at: number): boolean => {
  const item = view.itemAt(at);
  return item !== undefined && item.first < at && (item.kind === 'actor' || item.kind === 'place');
};

/** What goes on behind a figure's name is no name: «حيدر العبادي النصر» ends with the family name. */
const isPastFigure = ({ parts }: Chain, last: number): boolean => {
  const own = parts.filter((part) => part.last <= last);
  const family = own.length > 1 && own.at(-1)!.form.startsWith('ال');
  return (
    own.length > 0 &&
    parts.slice(own.length).every(({ kind, form }) => kind === 'unknown' && (family || !form.startsWith('ال')))
  );
};

/** A surname of a public figure that stands by itself, not at the beginning of a side or place. */
const isAlone = (view: View, at: number): boolean => {
  const item = view.itemAt(at);
  return item === undefined || item.last === item.first || item.kind === 'source';
};

/** A pronoun behind a noun (زوجته, مراسلنا); not the feminine ending, which is folded like one (طفلة). */
const isPronoun = (view: View, at: number, enclitic: string): boolean => {
  const { end, word } = view.tokens[at]!;
  return PRONOUNS.has(enclitic) && !(enclitic === 'ه' && view.text[end - 1] === 'ة') && !word.form.startsWith('ال');
};

/** A kinship word: زوجته, شقيق فلان; not the feminine of a noun, nor a by-name's أبو. */
const isKinHere = (view: View, at: number, { value, enclitic, length }: Hit): boolean => {
  if (enclitic) return enclitic !== 'نا' && isPronoun(view, at, enclitic);
  const { end, word } = view.tokens[at]!;
  // شقيقه is his brother, شقيقة a sister: the folded words are one.
  return (
    value.kind === 'kin' && !value.pronoun && (length > 1 || view.text[end - 1] === 'ة' || !word.form.endsWith('ه'))
  );
};
