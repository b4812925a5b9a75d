import { isAccepted, type Support } from './accept.js';
import type { Chain } from './chain.js';
import { chainAt } from './chain.js';
import type { Found, TitleFound } from './mention.js';
import { isQuote, startBehind, type View } from './view.js';
import type { PersonWord } from './words.js';

type Hit = ReturnType<View['words']['phrases']['at']>[number];
type Of<K extends PersonWord['kind']> = Extract<PersonWord, { kind: K }>;

/** How far, in tokens, a title reaches over its office: وزير الدفاع في الحكومة المؤقتة فلان. */
const REACH = 14;
/** Adjectives between a title and its name: الشاب السوري, الرئيس الأميركي السابق. */
const MOST_ADJECTIVES = 3;

/** A kinship word without a name so far: زوجته (his wife), والد (father of). */
export interface KinFound {
  readonly first: number;
  readonly last: number;
  readonly sex: 'female' | 'male';
  readonly pronoun: boolean;
  readonly proclitics: string;
}

export interface Findings {
  readonly found: readonly Found[];
  /** Titles beside which no name stands, for descriptions. */
  readonly bareTitles: readonly TitleFound[];
  readonly kin: readonly KinFound[];
}

/** Goes over a report once and collects the people it names. */
export const findNames = (view: View): Findings => new Finder(view).run();

class Finder {
  readonly #view: View;
  readonly #found: Found[] = [];
  readonly #bareTitles: TitleFound[] = [];
  readonly #kin: KinFound[] = [];
  #titles: TitleFound[] = [];
  #comma = false;
  /** Kinship word or mark that ends right before. */
  #kinBefore: KinFound | null = null;
  #mark: { readonly mark: string; readonly last: number } | null = null;
  #inList = false;
  /** Token behind which a list of names may go on. */
  #listFrom = -1;
  #blocked = -1;

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
    const token = tokens[at]!;
    if (token.kind === 'break') {
      this.#endSentence();
      return at + 1;
    }
    if (token.kind !== 'word') {
      if (token.kind === 'mark') this.#passMark(token.word.form);
      else if (token.kind === 'latin') this.#listFrom = -1;
      return at + 1;
    }
    const hits = this.#view.words.phrases.at(tokens, at, true);
    const name = this.#nameAt(at, hits);
    if (name) return name;
    return this.#wordAt(at, hits);
  }

  #passMark(form: string): void {
    if (form === '،' || form === ',' || form === '-') {
      if (this.#comma) this.#dropTitles();
      this.#comma = true;
      return;
    }
    if (form === '.' || form === '؟' || form === '!' || form === '؛') this.#endSentence();
    else if (form === ':') {
      this.#dropTitles();
      if (this.#mark?.mark !== 'byline') this.#listFrom = this.#inList ? this.#listFrom : -1;
    }
  }

  #endSentence(): void {
    this.#dropTitles();
    this.#inList = false;
    this.#listFrom = -1;
    this.#mark = null;
    this.#kinBefore = null;
  }

  #dropTitles(): void {
    for (const title of this.#titles) this.#bareTitles.push(title);
    this.#titles = [];
    this.#comma = false;
  }

  /** A name, if one begins here: the token behind it. */
  #nameAt(at: number, hits: readonly Hit[]): number | null {
    const view = this.#view;
    const figure = hits.find(
      (hit): hit is Hit & { value: Of<'figure'> } => hit.value.kind === 'figure' && !hit.enclitic,
    );
    const bearer = this.#blocked === at;
    const facts = view.factsAt(at);
    const support = this.#supportAt(at);
    const announced = support !== 'none' && support !== 'office';
    if (!figure && !announced && !facts.given && !facts.kunya && !facts.servant && !facts.compound && !facts.lineage)
      return null;
    if (isInside(view, at)) return null;
    // A word of rank or office with the article is no name: الرائد, العماد.
    const isTitle = hits.some(({ value, length }) => value.kind === 'title' && length >= 1);
    if (isTitle && (facts.definite || !facts.given) && !figure) return null;
    const chain = chainAt(view, at, announced);
    const figureLast = figure ? at + figure.length - 1 : -1;
    if (figure && (!chain || figureLast >= chain.last) && (!figure.value.alone || this.#mayStandAlone(at))) {
      if (bearer) return figureLast + 1;
      const proclitics = figure.proclitics;
      this.#add(
        { first: at, last: figureLast, proclitics, parts: chain && chain.last <= figureLast ? chain.parts : [] },
        { figure: figure.value.role },
      );
      return figureLast + 1;
    }
    if (!chain) return null;
    if (!isAccepted(view, chain, support, hits)) return null;
    if (bearer) return chain.last + 1;
    this.#add(chain, { figure: null });
    return chain.last + 1;
  }

  /** A surname alone that a list of public figures holds; not where a place or side begins. */
  #mayStandAlone(at: number): boolean {
    const item = this.#view.itemAt(at);
    return !item || item.last === item.first;
  }

  #add(chain: Chain, { figure }: { readonly figure: Found['figure'] }): void {
    const view = this.#view;
    const { first, last } = chain;
    const listed = this.#isListed(first, chain.proclitics);
    const byline = this.#mark?.mark === 'byline' && this.#reaches(this.#mark.last, first);
    const nickname = this.#mark?.mark === 'nickname' && this.#reaches(this.#mark.last, first) && this.#found.length > 0;
    const kin = this.#kinBefore && this.#gapIsOpen(this.#kinBefore.last, first) ? this.#kinBefore : null;
    const before = this.#found.at(-1);
    let titles: readonly TitleFound[] = kin?.pronoun
      ? this.#titles.filter((title) => title.first > kin.last)
      : this.#titles;
    if (titles.length === 0 && listed && before) titles = before.titles.filter(({ many }) => many);
    titles = ofThisPerson(titles);
    const sex = sexOf(chain, titles, kin);
    this.#found.push({
      first,
      last,
      start: startBehind(view, view.tokens[first]!, chain.proclitics),
      end: view.tokens[last]!.end,
      chain,
      titles,
      sex,
      figure,
      byline,
      nickname,
      with: listed ? this.#found.length - 1 : null,
      asKin: kin !== null && !kin.pronoun,
    });
    if (kin && kin.pronoun) this.#kin.splice(this.#kin.indexOf(kin), 1);
    this.#titles = [];
    this.#comma = false;
    this.#kinBefore = null;
    this.#mark = null;
    this.#listFrom = last;
  }

  /** What speaks for a name at this token. */
  #supportAt(at: number): Support {
    const view = this.#view;
    if (this.#mark && this.#mark.mark !== 'list' && this.#reaches(this.#mark.last, at)) return 'named';
    if (this.#kinBefore && this.#gapIsOpen(this.#kinBefore.last, at))
      return this.#kinBefore.pronoun || isParenthesis(view, at) ? 'announced' : 'office';
    const title = this.#titles.at(-1);
    if (title && this.#isAdjacent(title, at)) {
      if (title.title.is === 'office' && at - title.last > 1) return 'office';
      return title.definite || isQuoted(view, at)
        ? title.title.id === 'private' && /مدعو|مكني|مسمي/.test(view.tokens[title.first]!.word.form)
          ? 'named'
          : 'announced'
        : 'office';
    }
    const proclitics = view.factsAt(at).proclitics || (view.tokens[at]!.word.form.startsWith('و') ? 'و' : '');
    if (this.#isListed(at, proclitics)) return this.#inList ? 'in-list' : 'listed';
    if (this.#inList && this.#mark?.mark === 'list' && this.#reaches(this.#mark.last, at)) return 'in-list';
    if (title) return 'office';
    return isQuoted(view, at) ? 'quoted' : 'none';
  }

  /** The name goes on a list: «محمد وأحمد», «محمد، أحمد». */
  #isListed(at: number, proclitics: string): boolean {
    if (this.#listFrom < 0 || at - this.#listFrom > REACH) return false;
    const before = this.#view.tokens[at - 1]!;
    const joint =
      proclitics.startsWith('و') ||
      before.word.form === 'و' ||
      (isQuote(before) && this.#view.tokens[at - 2]?.word.form === 'و') ||
      /^[،,]$/.test(before.word.form);
    return joint && this.#listIsOpen(at);
  }

  /** Only ages, brackets and marks stand between the last name and here. */
  #listIsOpen(at: number): boolean {
    const { tokens } = this.#view;
    let depth = 0;
    for (let k = this.#listFrom + 1; k < at; k++) {
      const { kind, word } = tokens[k]!;
      if (word.form === '(') depth++;
      else if (word.form === ')') depth--;
      else if (depth > 0 || kind === 'mark' || kind === 'digits' || word.form === 'و') continue;
      else if (!this.#view.words.ages.years.has(word.form) && !this.#view.words.ages.lead.has(word.form)) return false;
    }
    return true;
  }

  /** Nothing but quotation marks, brackets and colons stands between. */
  #reaches(last: number, at: number): boolean {
    for (let k = last + 1; k < at; k++)
      if (
        !isOpening(this.#view, k) &&
        this.#view.tokens[k]!.word.form !== ':' &&
        this.#view.tokens[k]!.word.form !== 'ب'
      )
        return false;
    return at > last;
  }

  #gapIsOpen(last: number, at: number): boolean {
    const title = this.#titles.at(-1);
    const from = title && title.first > last ? title.last : last;
    return this.#reaches(from, at);
  }

  /** Only adjectives stand between a title and the name. */
  #isAdjacent(title: TitleFound, at: number): boolean {
    const view = this.#view;
    let adjectives = 0;
    for (let k = title.last + 1; k < at; k++) {
      const token = view.tokens[k]!;
      if (token.kind === 'mark') {
        if (!isOpening(view, k)) return false;
        continue;
      }
      const kind = view.itemAt(k)?.kind;
      const isAdjective =
        token.kind === 'word' &&
        view.factsAt(k).definite &&
        (kind === undefined || kind === 'word' || kind === 'actor' || kind === 'people');
      if (!isAdjective || ++adjectives > MOST_ADJECTIVES) return false;
    }
    return true;
  }

  /** A word that is no name: title, kinship, mark, or part of an office. */
  #wordAt(at: number, hits: readonly Hit[]): number {
    const view = this.#view;
    const item = view.itemAt(at);
    const best = hits.find(
      ({ value, enclitic }) =>
        value.kind !== 'figure' && (enclitic === '' || value.kind === 'kin' || value.kind === 'title'),
    );
    const kin = hits.find(
      ({ value, enclitic }) => value.kind === 'kin' && enclitic !== '' && enclitic !== 'ي' && enclitic !== 'ك',
    );
    const form = view.tokens[at]!.word.form;
    const definite = form.startsWith('ال') || /^[وفبكل]{1,2}ال|^ل?لل/.test(form);
    if (kin && (!best || best.length === 1)) return this.#passKin(at, kin);
    const bearer = hits.find(({ value, enclitic }) => value.kind === 'bearer' && !enclitic);
    if (bearer && !definite && (!best || bearer.length >= best.length)) {
      this.#passWord(at);
      let next = at + bearer.length;
      while (isOpening(view, next)) next++;
      this.#blocked = next;
      return at + bearer.length;
    }
    if (best?.value.kind === 'title') return this.#passTitle(at, best as Hit & { value: Of<'title'> }, definite, hits);
    if (best?.value.kind === 'kin' && !(best.value as Of<'kin'>).pronoun) return this.#passKin(at, best);
    if (best?.value.kind === 'mark') return this.#passNameMark(at, best as Hit & { value: Of<'mark'> });
    this.#passWord(at);
    const multi = item && item.first === at ? item.last : at;
    return item?.kind === 'number' || item?.kind === 'date' ? multi + 1 : at + 1;
  }

  #passTitle(at: number, hit: Hit & { value: Of<'title'> }, definite: boolean, hits: readonly Hit[]): number {
    const { value, length, proclitics } = hit;
    const pronoun = hit.enclitic !== '';
    // A private person, or one governed by a preposition, is someone else than the bearer of the title before.
    if (value.title.is === 'person' || /[لب]/.test(proclitics) || proclitics.startsWith('و')) this.#dropTitles();
    const last = at + length - 1;
    const isDual = value.many && hits.some((other) => other.value.kind === 'title' && other.value.many);
    this.#titles.push({
      title: value.title,
      sex: value.sex,
      many: isDual,
      definite: definite || pronoun || /^ال/.test(this.#view.tokens[at]!.word.form),
      first: at,
      last,
    });
    this.#comma = false;
    if (this.#listFrom >= 0 && !this.#isListed(at, proclitics)) this.#listFrom = -1;
    return last + 1;
  }

  #passKin(at: number, hit: Hit): number {
    const { value } = hit as Hit & { value: Of<'kin'> };
    const last = at + hit.length - 1;
    const pronoun = hit.enclitic !== '';
    if (value.pronoun && !pronoun) {
      this.#passWord(at);
      return at + 1;
    }
    const kin: KinFound = { first: at, last, sex: value.sex, pronoun, proclitics: hit.proclitics };
    this.#kin.push(kin);
    this.#kinBefore = kin;
    this.#comma = false;
    if (!pronoun) this.#dropTitles();
    return last + 1;
  }

  #passNameMark(at: number, hit: Hit & { value: Of<'mark'> }): number {
    const { mark } = hit.value;
    const last = at + hit.length - 1;
    if (mark === 'byline' && !this.#beginsByline(at, last)) {
      this.#passWord(at);
      return at + 1;
    }
    this.#mark = { mark, last };
    if (mark === 'list') this.#inList = true;
    if (mark !== 'named' && mark !== 'nickname') this.#dropTitles();
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

  /** Any other word: it ends an office when it is a verb or opens a clause. */
  #passWord(at: number): void {
    const kind = this.#view.itemAt(at)?.kind;
    const first = this.#titles[0];
    if (
      this.#comma ||
      kind === 'reporting' ||
      kind === 'complementiser' ||
      kind === 'relative' ||
      kind === 'connector' ||
      kind === 'negator' ||
      kind === 'purpose' ||
      (first && at - first.last > REACH)
    )
      this.#dropTitles();
    if (this.#listFrom >= 0 && !this.#listIsOpen(at + 1)) this.#listFrom = -1;
  }
}

/** كتب (wrote) signs a report only with a colon behind. */
const WRITING: ReadonlySet<string> = new Set(['كتب', 'كتبت']);

/** Titles of the person named: those behind the last private one, for «قائد الشرطة المواطن فلان» is two people. */
const ofThisPerson = (titles: readonly TitleFound[]): readonly TitleFound[] => {
  for (let k = titles.length - 1; k >= 0; k--) if (titles[k]!.title.is === 'person') return titles.slice(k);
  return titles;
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

const isOpening = (view: View, at: number): boolean => {
  const token = view.tokens[at];
  return (
    token?.kind === 'mark' &&
    (isQuote(token) || token.word.form === '(' || token.word.form === '#' || token.word.form === '[')
  );
};

const isQuoted = (view: View, at: number): boolean => isQuote(view.tokens[at - 1]);
const isParenthesis = (view: View, at: number): boolean => view.tokens[at - 1]?.word.form === '(';
