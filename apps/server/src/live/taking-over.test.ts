import type { CaseRecord, EventClaim, Quote } from '@isnad/model';
import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../case/casebook.js';
import { memoryCasebook } from '../case/memory.js';
import { NO_WORDS } from '../case/words.js';
import { createApi } from '../http/app.js';
import type { Viewer } from '../security/viewer.js';
import { openStage } from './stage.js';

/** Reports of a record: enough that deriving what is shown of it takes many pieces. */
const MANY = 300;
const READER: Viewer = { name: 'Salma', role: 'reader' };
// Two states of one case: "shelling near the old/new bridge", and a private person whom only that state names.
const OLD = { mark: 'القديم', name: 'سمير الدرويش' };
const NEW = { mark: 'الجديد', name: 'نبيل الحمصي' };

const recordOf = ({ mark, name }: typeof OLD): CaseRecord => {
  const numbers = Array.from({ length: MANY }, (_, number) => number);
  const quote = (text: string, start: number): Quote => ({ start, end: start + text.length, text });
  const published = { edtf: '2019-06-01', basis: 'stated', reason: '' } as const;
  const said = `قصف قرب الجسر ${mark} قتل ${name}`;
  const claims = numbers.map((number): EventClaim & { readonly report: string } => ({
    id: `c:${number}`,
    report: `r:${number}`,
    kind: 'event',
    type: 'shelling',
    span: quote(said, 0),
    trigger: quote('قصف', 0),
    actors: [],
    targets: [],
    places: [
      { ...quote(mark, 14), id: `unlisted:${mark}`, name: mark, role: 'where', lat: null, lon: null, precision: null },
    ],
    date: null,
    modality: 'uncertain',
    attribution: [mark],
    repeats: null,
    rule: 'test',
  }));
  return {
    case: 'c',
    program: { name: 'isnad', version: '0', lexicon: '0' },
    reports: numbers.map((number) => ({
      id: `r:${number}`,
      path: `${mark}/${number}.txt`,
      title: said,
      outlet: mark,
      published,
      root_sources: [mark],
      copies_of: [],
    })),
    claims,
    incidents: claims.map(({ id }) => ({
      id,
      type: 'shelling',
      title: { ar: said, en: said },
      date: '2019-06-01',
      place: { id: `unlisted:${mark}`, name: mark, lat: null, lon: null, precision: null },
      actors: [],
      targets: [],
      figures: [],
      claims: [id],
      reports: 1,
      outlets: 1,
      roots: [mark],
      independent: 1,
      grade: null,
      modality: 'uncertain',
      disputes: [],
      related: [],
      why: [],
    })),
    tolls: [],
    control: [],
    checks: [],
    disputes: [],
    private_persons: numbers.map((number) => ({
      report: `r:${number}`,
      persons: [{ ...quote(name, said.indexOf(name)), role: 'victim', public: false, age: null, sex: null }],
      beside: [],
    })),
  };
};

const snapshotOf = (state: typeof OLD): Snapshot => ({
  revision: state.mark,
  record: recordOf(state),
  words: NO_WORDS,
});

const TARGETS = [
  '/api/overview',
  '/api/names',
  '/api/incidents?limit=2',
  '/api/incidents/c:7',
  '/api/queues/low-confidence?limit=2',
  '/api/queues/ambiguous-places?limit=2',
  '/api/reports?limit=2',
  '/api/reports/r:9',
  '/api/places?limit=2',
  '/api/sources',
  `/api/search?in=claims&limit=2&q=${encodeURIComponent('قصف')}`,
];

describe('taking a record over', () => {
  it('answers of the one before or of the new one, never of both, and never with a name', async () => {
    const before = snapshotOf(OLD);
    const made = memoryCasebook({ snapshot: before, rebuild: async () => snapshotOf(NEW) });
    // However fast the machine: the new record is there, and is not shown before all was asked of the one before.
    let isAllAsked = (): void => {};
    const allAsked = new Promise<void>((resolve) => {
      isAllAsked = resolve;
    });
    const book = { ...made, expunged: (revision: string) => allAsked.then(() => made.expunged(revision)) };
    const stage = await openStage(book, () => '2019-06-30T12:00:00.000Z');
    const api = createApi(stage, { hosts: ['127.0.0.1'], version: 'test', viewer: () => READER });
    const ask = async (target: string) => {
      const answer = await api.request(`http://127.0.0.1${target}`, { headers: { host: '127.0.0.1' } });
      return { target, status: answer.status, body: await answer.text() };
    };
    let isTaken = false;
    stage.refresh();
    const taken = stage.settled().then(() => {
      isTaken = true;
    });
    const answers: Awaited<ReturnType<typeof ask>>[] = [];
    for (let i = 0; !isTaken || i % TARGETS.length !== 0; i++) {
      answers.push(await ask(TARGETS[i % TARGETS.length]!));
      if (answers.length === TARGETS.length) isAllAsked();
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    await taken;
    for (const target of TARGETS) answers.push(await ask(target));
    const told = answers.map(({ target, status, body }) => {
      expect([target, status]).toEqual([target, 200]);
      for (const { name } of [OLD, NEW]) expect(body).not.toContain(name);
      return [OLD, NEW].filter(({ mark }) => body.includes(mark)).map(({ mark }) => mark);
    });
    expect(told.filter((marks) => marks.length !== 1)).toEqual([]);
    // All of the record before, then all of the new one; of the one before while the new one was being derived.
    const turn = told.findIndex(([mark]) => mark === NEW.mark);
    expect(turn).toBeGreaterThanOrEqual(TARGETS.length);
    expect(told.slice(turn).every(([mark]) => mark === NEW.mark)).toBe(true);
    stage.end();
  });

  it('keeps what was derived where only a decision is new, but nothing that holds decisions', async () => {
    const before = snapshotOf(OLD);
    const book = memoryCasebook({
      snapshot: before,
      rebuild: async () => ({ ...before, revision: 'r2', record: { ...before.record, decisions: [] } }),
    });
    const stage = await openStage(book, () => '2019-06-30T12:00:00.000Z');
    const [first, other] = [stage.scene(READER), () => stage.scene(READER)];
    const columns = first.columns();
    first.once('exports', () => 'of the first');
    stage.refresh();
    await stage.settled();
    expect(other().view.revision).toBe('r2');
    expect(other().view.record.decisions).toEqual([]);
    expect(other().columns()).toBe(columns);
    expect(other().once('exports', () => 'anew')).toBe('anew');
    stage.end();
  });

  it('shows nothing that was expunged while it was being taken over', async () => {
    let state: 'before' | 'expunged' | 'after' = 'before';
    const states: string[] = [];
    const [old, gone, clean] = [snapshotOf(OLD), { ...snapshotOf(OLD), revision: 'gone' }, snapshotOf(NEW)];
    const made = memoryCasebook({ snapshot: old, rebuild: async () => gone });
    const book = {
      ...made,
      snapshot: async () => {
        if (state === 'before' && states.length === 0) return old;
        const given = state === 'before' ? gone : clean;
        // It comes while what was just given is being derived.
        state = state === 'before' ? 'expunged' : 'after';
        return given;
      },
      expunged: async (revision: string) => state !== 'before' && revision !== clean.revision,
    };
    const stage = await openStage(book, () => '2019-06-30T12:00:00.000Z');
    stage.hub.listen((event) => {
      if (event.event === 'record') states.push(event.revision);
    });
    states.push(stage.scene(READER).view.revision);
    stage.refresh();
    await stage.settled();
    expect(states).toEqual([OLD.mark, NEW.mark]);
    stage.end();
  });
});
