import type { Token } from '@isnad/text';
import { spelt } from '../scan/spelt.js';
import { isListed, isOpening, listIsOpen, reaches } from './between.js';
import type { Chain } from './chain.js';
import { type Hit, type HitOf, isOf, leadingHit } from './hits.js';
import type { Found, TitleFound } from './mention.js';
import { isPlainWord, type Named, nameAt } from './naming.js';
import { type Announced, isByName, type KinFound, kinBefore } from './state.js';
import { startBehind, type View } from './view.js';

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

/** Items that no office holds: a verb of saying, the beginning of a clause. */
const CLAUSE_WORDS = new Set(['reporting', 'complementiser', 'relative', 'connector', 'negator', 'purpose']);

const endsSentence = spelt(/^[.؟!؛]$/);

type Writable<T> = { -readonly [K in keyof T]: T[K] };

class Finder {
  readonly #view: View;
  readonly #found: Found[] = [];
  readonly #bareTitles: TitleFound[] = [];
  readonly #kin: KinFound[] = [];
  readonly #state: Writable<Announced> = { titles: [], kin: null, mark: null, inList: false, listFrom: -1 };
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

  /** Handles what begins at a token; gives the next token to look at. */
  #step(at: number): number {
    const { tokens } = this.#view;
    const { kind } = tokens[at]!;
    if (kind === 'break')
      this.#endSentence(
        this.#state.inList && (tokens[at - 1]?.word.form === ':' || listIsOpen(this.#view, this.#state.listFrom, at)),
      );
    else if (kind === 'mark') this.#passMark(tokens[at]!);
    else if (kind === 'word') {
      if (!this.#isExpecting() && isPlainWord(this.#view, at)) return at + 1;
      const hits = this.#view.words.phrases.at(tokens, at, true);
      const named = nameAt(this.#view, this.#state, at, hits);
      if (!named) return this.#wordAt(at, hits);
      if (this.#blocked !== at) this.#add(named);
      return named.chain.last + 1;
    }
    return at + 1;
  }

  /** Something before announced a name. */
  #isExpecting(): boolean {
    const { titles, kin, mark, inList, listFrom } = this.#state;
    return titles.length > 0 || kin !== null || mark !== null || inList || listFrom >= 0;
  }

  #passMark(mark: Token): void {
    const { form } = mark.word;
    if (form === '،' || form === ',' || form === '-') {
      if (this.#comma) this.#dropTitles();
      this.#comma = true;
    } else if (form === ':') this.#dropTitles();
    else if (endsSentence(mark)) this.#endSentence(false);
  }

  #endSentence(listGoesOn: boolean): void {
    this.#dropTitles();
    this.#state.kin = null;
    if (listGoesOn) return;
    this.#state.inList = false;
    this.#state.listFrom = -1;
    this.#state.mark = null;
  }

  #dropTitles(): void {
    this.#comma = false;
    if (this.#state.titles.length === 0) return;
    this.#bareTitles.push(...this.#state.titles);
    this.#state.titles = [];
  }

  #add({ chain, figure }: Named): void {
    const view = this.#view;
    const { first, last, proclitics } = chain;
    const { mark, titles: announced, inList, listFrom } = this.#state;
    const marked = mark && reaches(view, mark.last, first) ? mark.mark : null;
    const kin = kinBefore(view, this.#state, first);
    const before = this.#found.at(-1);
    const listed = isListed(view, listFrom, first, proclitics);
    let titles = kin?.pronoun ? announced.filter((title) => title.first > kin.last) : announced;
    if (titles.length === 0 && listed && before) titles = before.titles.filter(({ many }) => many);
    titles = ofOnePerson(
      titles.filter((title) => title.definite || title.title.is !== 'rank' || isRankOf(view, title, first)),
    );
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
    this.#state.titles = [];
    this.#state.kin = null;
    if (!inList) this.#state.mark = null;
    this.#state.listFrom = last;
    this.#comma = false;
  }

  /** A word that is no name: title, kinship, mark, or part of an office. Gives the next token to look at. */
  #wordAt(at: number, hits: readonly Hit[]): number {
    const hit = hits.length === 0 ? null : leadingHit(this.#view, at, hits);
    if (isOf(hit, 'kin')) this.#passKin(at, hit);
    else if (isOf(hit, 'bearer')) this.#passBearer(at, hit.length);
    else if (isOf(hit, 'title')) this.#passTitle(at, hit, hits);
    else if (isOf(hit, 'mark')) this.#passNameMark(at, hit);
    else {
      this.#passWord(at);
      const item = this.#view.itemAt(at);
      return item?.first === at && (item.kind === 'number' || item.kind === 'date') ? item.last + 1 : at + 1;
    }
    return at + hit.length;
  }

  #passBearer(at: number, length: number): void {
    this.#passWord(at);
    let next = at + length;
    while (isOpening(this.#view, next)) next++;
    this.#blocked = next;
  }

  #passTitle(at: number, { value, length, proclitics, enclitic }: HitOf<'title'>, hits: readonly Hit[]): void {
    const last = at + length - 1;
    const facts = this.#view.factsAt(at);
    // عماد is a name more often than a rank without the article.
    if (value.title.is === 'rank' && value.title.public && length === 1 && facts.given && !facts.definite) {
      this.#passWord(at);
      return;
    }
    if (this.#blocked === at && value.title.id !== 'in-command') {
      // كتيبة الشهيد فلان, تلة الشيخ فلان
      this.#blocked = last + 1;
      return;
    }
    // A private person, or one governed by a preposition, is someone else than the bearer of the title before.
    if (value.title.is === 'person' || /[لب]/.test(proclitics) || proclitics.startsWith('و')) this.#dropTitles();
    const { form } = this.#view.tokens[at]!.word;
    const many = value.many && hits.some((hit) => isOf(hit, 'title') && hit.value.many);
    const definite = enclitic !== '' || form.slice(proclitics.length).startsWith('ال') || form.startsWith('لل');
    const title = { title: value.title, sex: value.sex, many, definite, first: at, last };
    this.#state.titles = [...this.#state.titles, title];
    this.#comma = false;
    if (this.#state.listFrom >= 0 && !isListed(this.#view, this.#state.listFrom, at, proclitics))
      this.#state.listFrom = -1;
  }

  #passKin(at: number, { value, length, proclitics, enclitic }: HitOf<'kin'>): void {
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
    this.#state.kin = kin;
    this.#state.mark = null;
    this.#comma = false;
  }

  #passNameMark(at: number, { value, length }: HitOf<'mark'>): void {
    const last = at + length - 1;
    const inList = this.#state.inList || value.mark === 'list';
    if (inList || value.mark === 'among') this.#listOf = at;
    if (value.mark !== 'named' && value.mark !== 'nickname') this.#dropTitles();
    this.#state.mark = { mark: value.mark, first: at, last };
    this.#state.inList = inList;
  }

  /** Any other word: it ends an office when it opens a clause, and a list when it is no age. */
  #passWord(at: number): void {
    const { titles, listFrom } = this.#state;
    if (titles.length === 0 && listFrom < 0) {
      this.#comma = false;
      return;
    }
    const kind = this.#view.itemAt(at)?.kind;
    const { lead, years } = this.#view.words.ages;
    const { form } = this.#view.tokens[at]!.word;
    // يبلغ من العمر 12 عاما: an age keeps a title and its name together.
    if (titles.length > 0 && !this.#comma && (lead.has(form) || years.has(form))) return;
    if (this.#comma || (kind !== undefined && CLAUSE_WORDS.has(kind)) || (titles[0] && at - titles[0].last > REACH))
      this.#dropTitles();
    if (listFrom >= 0 && !listIsOpen(this.#view, listFrom, at + 1)) this.#state.listFrom = -1;
  }
}

/** Titles of the person named: those from the last private one on, for «قائد الشرطة المواطن فلان» is two people. */
const ofOnePerson = (titles: readonly TitleFound[]): readonly TitleFound[] => {
  const from = titles.findLastIndex(({ title }) => title.is === 'person');
  return from > 0 ? titles.slice(from) : titles;
};

/** A rank without the article stands right before the name or a title beside it; else «فريق» is a team. */
const isRankOf = (view: View, { last }: TitleFound, at: number): boolean =>
  at - last <= 3 && view.tokens[last + 1]?.kind === 'word';

const sexOf = (chain: Chain, titles: readonly TitleFound[], kin: KinFound | null): Found['sex'] =>
  chain.parts[0]?.sex ??
  (kin?.pronoun ? kin.sex : null) ??
  titles.find(({ sex }) => sex === 'female')?.sex ??
  titles.find(({ sex }) => sex !== null)?.sex ??
  null;
