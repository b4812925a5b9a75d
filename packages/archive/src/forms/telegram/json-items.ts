/** An object out of a list in a JSON text, as it is written. */
export interface JsonItem {
  /** Empty when it was longer than asked for. */
  readonly text: string;
  /** Strings that stand in the object around the list, by their names, as far as they came before it. */
  readonly around: ReadonlyMap<string, string>;
  readonly over: boolean;
}

interface Frame {
  readonly isList: boolean;
  /** The name that this list or object has in the object around it. */
  readonly name: string;
  key: string | null;
  readonly strings: Map<string, string>;
}

const DEEPEST = 100;
const LONGEST_STRING = 4096;

/**
 * The objects of every list called `list` in a JSON text that comes in pieces, one at a time: a file of gigabytes is
 * never parsed whole. Throws over what is no JSON, is nested too deep, or ends too early.
 */
export class JsonItems {
  readonly #list: string;
  readonly #longest: number;
  readonly #frames: Frame[] = [];
  #string: string | null = null;
  #isEscaped = false;
  #afterColon = false;
  #item: { parts: string[]; length: number; depth: number; inString: boolean } | null = null;

  constructor(list: string, longest: number) {
    this.#list = list;
    this.#longest = longest;
  }

  *take(piece: string): Generator<JsonItem> {
    let from = 0;
    for (let at = 0; at < piece.length; at++) {
      const unit = piece[at]!;
      if (this.#item) {
        if (!this.#endsItem(unit)) continue;
        this.#keep(piece.slice(from, at + 1));
        const { parts, length } = this.#item;
        const over = length > this.#longest;
        this.#item = null;
        yield { text: over ? '' : parts.join(''), around: this.#frames.at(-2)!.strings, over };
      } else if (this.#string !== null) this.#readString(unit);
      else if (this.#opensItem(unit)) {
        this.#item = { parts: [], length: 0, depth: 1, inString: false };
        from = at;
      } else this.#readStructure(unit);
    }
    if (this.#item) this.#keep(piece.slice(from));
  }

  /** To be called behind the last piece. */
  end(): void {
    if (this.#item || this.#frames.length > 0) throw new Error('it ends before its last bracket');
  }

  #keep(text: string): void {
    const item = this.#item!;
    item.length += text.length;
    if (item.length <= this.#longest) item.parts.push(text);
    else item.parts.length = 0;
  }

  #opensItem(unit: string): boolean {
    const frame = this.#frames.at(-1);
    return unit === '{' && frame !== undefined && frame.isList && frame.name === this.#list && this.#frames.length > 1;
  }

  #endsItem(unit: string): boolean {
    const item = this.#item!;
    if (this.#isEscaped) this.#isEscaped = false;
    else if (item.inString) {
      if (unit === '\\') this.#isEscaped = true;
      else if (unit === '"') item.inString = false;
    } else if (unit === '"') item.inString = true;
    else if (unit === '{' || unit === '[') item.depth++;
    else if (unit === '}' || unit === ']') return --item.depth === 0;
    return false;
  }

  #readString(unit: string): void {
    if (this.#isEscaped || unit !== '"') {
      if (this.#string!.length < LONGEST_STRING) this.#string += unit;
      this.#isEscaped = !this.#isEscaped && unit === '\\';
      return;
    }
    const frame = this.#frames.at(-1);
    const text = unescaped(this.#string!);
    this.#string = null;
    if (!frame || frame.isList) return;
    if (this.#afterColon && frame.key !== null) frame.strings.set(frame.key, text);
    else frame.key = text;
  }

  #readStructure(unit: string): void {
    const frame = this.#frames.at(-1);
    if (unit === '"') this.#string = '';
    else if (unit === ':') this.#afterColon = true;
    else if (unit === ',') this.#afterColon = false;
    else if (unit === '{' || unit === '[') {
      if (this.#frames.length >= DEEPEST) throw new Error(`it is nested more than ${DEEPEST} deep`);
      this.#frames.push({ isList: unit === '[', name: frame?.key ?? '', key: null, strings: new Map() });
      this.#afterColon = false;
    } else if (unit === '}' || unit === ']') {
      if (!frame || frame.isList !== (unit === ']')) throw new Error('its brackets do not match');
      this.#frames.pop();
      this.#afterColon = true;
    } else if (!frame && !/[\s\ufeff]/.test(unit)) throw new Error('it is no JSON object');
  }
}

const unescaped = (written: string): string => {
  if (!written.includes('\\')) return written;
  try {
    return String(JSON.parse(`"${written}"`));
  } catch {
    return written;
  }
};
