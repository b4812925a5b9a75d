import type { Lexicon } from '@isnad/lexicon';
import type { EventClaim } from '@isnad/model';
import { fights } from './sides.js';

/** A mention with what its words say of its sides. */
export interface Fought {
  readonly claim: EventClaim;
  /** It is fighting on the ground, hits the enemy where nobody else is named, needs none that fights on the ground (words/families.yaml). */
  readonly onGround: boolean;
  readonly againstEnemy: boolean;
  readonly fromAfar: boolean;
  /** Its word tells of two sides that fight each other. */
  readonly mutual: boolean;
  /** The sides that its sentence names. */
  readonly named: ReadonlySet<string>;
  /** In the title, before anybody has been told of. */
  readonly opens: boolean;
  /** Its word can have somebody whom it hits. */
  readonly hits: boolean;
}

/** How often a report sets a side against another, and how often of that on the ground. */
interface Told {
  times: number;
  ground: number;
}

/** Told so many times more than any other, one enemy is the enemy. */
const CHIEFLY = 3;
/** How often two sides must be told against each other to be the two of the report. */
const TWO_SIDED = 2;
/** Once may be a chance. */
const OFTEN = 1;

const kinOf = (id: string, { actors }: Lexicon): readonly string[] => {
  const side = actors.get(id);
  return side ? [id, ...side.allies, ...[side.parent, side.unitOf].filter((one) => one !== null)] : [id];
};

const areKin = (one: string, other: string, lexicon: Lexicon): boolean =>
  kinOf(one, lexicon).includes(other) || kinOf(other, lexicon).includes(one);

/** Who fights whom in a report, as far as its own words set two sides against each other. */
export class War {
  readonly #lexicon: Lexicon;
  readonly #against = new Map<string, Map<string, Told>>();

  constructor(mentions: readonly Fought[], lexicon: Lexicon) {
    this.#lexicon = lexicon;
    for (const { claim, onGround, mutual } of mentions) {
      const against = mutual ? [...claim.actors, ...claim.targets] : claim.targets;
      for (const one of claim.actors)
        for (const other of against) {
          this.#set(one, other, onGround);
          if (!mutual) this.#set(other, one, onGround);
        }
    }
  }

  #set(one: string, other: string, ground: boolean): void {
    const lexicon = this.#lexicon;
    if (one === other || !fights(one, lexicon) || !fights(other, lexicon)) return;
    if (areKin(one, other, lexicon)) return;
    const enemies = this.#against.get(one) ?? new Map<string, Told>();
    this.#against.set(one, enemies);
    const told = enemies.get(other) ?? { times: 0, ground: 0 };
    enemies.set(other, { times: told.times + 1, ground: told.ground + (ground ? 1 : 0) });
  }

  /** The two sides that fight each other, where the report tells of no others; null otherwise. */
  onlyTwo(): readonly [string, string] | null {
    const pairs = [...this.#against].flatMap(([one, enemies]) =>
      [...enemies].filter(([other]) => one < other).map(([other, { times }]) => ({ one, other, times })),
    );
    const [first] = pairs;
    return pairs.length === 1 && first !== undefined && first.times >= TWO_SIDED ? [first.one, first.other] : null;
  }

  /** The one enemy of the sides named, null where the report tells of none or of several. */
  enemyOf(sides: readonly string[], onGround: boolean): string | null {
    const sum = new Map<string, Told>();
    for (const side of sides)
      for (const [enemy, { times, ground }] of this.#against.get(side) ?? []) {
        const known = sum.get(enemy) ?? { times: 0, ground: 0 };
        sum.set(enemy, { times: known.times + times, ground: known.ground + ground });
      }
    for (const side of sides) for (const kin of kinOf(side, this.#lexicon)) sum.delete(kin);
    const [first, ...others] = [...sum].sort((a, b) => b[1].times - a[1].times || (a[0] < b[0] ? -1 : 1));
    // Who fights beside the enemy is no other enemy.
    const second = others.find(([id]) => !areKin(id, first![0], this.#lexicon));
    if (!first || (second && first[1].times < CHIEFLY * second[1].times)) return null;
    return first[1].times >= OFTEN && (!onGround || first[1].ground > 0) ? first[0] : null;
  }
}

/**
 * Fills in the side that an act was against: the one enemy of its actor in this report, if the sentence names it in
 * whatever role («تقدم قسد … في جيب التنظيم»); the other side of a fight, which is always against somebody; and both
 * sides of a fight that names none, in a report that tells of two only.
 */
export const againstEnemies = (mentions: readonly Fought[], lexicon: Lexicon): EventClaim[] => {
  const war = new War(mentions, lexicon);
  return mentions.map(({ claim, againstEnemy, fromAfar, mutual, hits, named, opens }) => {
    const sides = claim.actors.filter((id) => fights(id, lexicon));
    if (mutual && !opens && claim.actors.length + claim.targets.length === 0 && claim.repeats === null)
      return { ...claim, actors: war.onlyTwo() ?? [] };
    if (sides.length === 0) return claim;
    if (mutual) {
      const others = [...claim.actors, ...claim.targets].filter((id) => !kinOf(sides[0]!, lexicon).includes(id));
      const enemy = others.length > 0 ? null : war.enemyOf(sides, false);
      return enemy === null ? claim : { ...claim, actors: [...claim.actors, enemy] };
    }
    if (!hits || claim.targets.length > 0 || !againstEnemy) return claim;
    const enemy = war.enemyOf(sides, !fromAfar);
    return enemy === null || !named.has(enemy) ? claim : { ...claim, targets: [enemy] };
  });
};
