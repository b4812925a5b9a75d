import { readFileSync } from 'node:fs';
import { loadLexicon } from '@isnad/lexicon';
import { type Document, type FigureClaim, reportId } from '@isnad/model';
import { describe, expect, it } from 'vitest';
import { type ExpectedFigure, parseCases } from '../cases/parse.js';
import { createReader } from '../reader.js';

const FILE = 'figures.cases.txt';
const text = readFileSync(new URL(`../../${FILE}`, import.meta.url), 'utf8');
const reader = createReader(loadLexicon());

/** Windows stand on the lines of figures, and are read apart from the rest of the format. */
const WINDOW = / window (\S+)\/(\S+)/;
const windowOf = (line: number): string | null =>
  WINDOW.exec(text.split('\n')[line - 1] ?? '')
    ?.slice(1)
    .join('/') ?? null;
const cases = parseCases(text.replaceAll(new RegExp(WINDOW, 'g'), ''), FILE);

const documentOf = (sentence: string, published: string | null, outlet: string | null): Document => ({
  path: 'case.txt',
  id: reportId(new TextEncoder().encode(sentence)),
  text: sentence,
  encoding: 'utf-8',
  form: 'plain',
  notes: [],
  given: { title: '', ...(published ? { published } : {}), ...(outlet ? { outlet } : {}) },
});

interface Line {
  readonly figure: ExpectedFigure;
  readonly window: string | null;
}

const wanted = ({ figure, window }: Line): string =>
  [
    figure.measure,
    figure.group,
    figure.range,
    figure.part && 'part',
    figure.scope,
    window && `window ${window}`,
    figure.says && `says ${figure.says.join('>')}`,
  ]
    .filter(Boolean)
    .join(' ');

/** A claim with what the expected line compares, so that the difference can be read. */
const found = (claim: FigureClaim, like: Line | undefined): string =>
  [
    claim.measure,
    claim.group,
    `${claim.min ?? ''}..${claim.max ?? ''}`,
    claim.partOf !== null && 'part',
    like?.figure.scope && claim.scope,
    like?.window && `window ${claim.from}/${claim.to}`,
    like?.figure.says && `says ${claim.attribution.join('>')}`,
  ]
    .filter(Boolean)
    .join(' ');

describe(FILE, () => {
  for (const one of cases) {
    const first = text.split('\n').indexOf('==>', one.line) + 2;
    const lines: Line[] = one.expected.flatMap((figure, index) =>
      figure.kind === 'figure' ? [{ figure, window: windowOf(first + index) }] : [],
    );
    const check = () => {
      const figures = reader
        .read(documentOf(one.sentence, one.published, one.outlet))
        .claims.filter((claim) => claim.kind === 'figure');
      const left = [...lines];
      const same = (claim: FigureClaim, { figure }: Line) =>
        figure.measure === claim.measure &&
        figure.group === claim.group &&
        figure.range === `${claim.min ?? ''}..${claim.max ?? ''}`;
      const shown = figures.map((claim) => {
        const index = left.findIndex((line) => same(claim, line));
        return found(claim, index < 0 ? undefined : left.splice(index, 1)[0]);
      });
      expect(shown.sort(), `${FILE}:${one.line}`).toEqual(lines.map(wanted).sort());
    };
    if (one.xfail) it.fails(`${one.title} (xfail: ${one.xfail})`, check);
    else it(one.title, check);
  }

  it('holds the patterns of at least eighty sentences', () => {
    expect(cases.length).toBeGreaterThanOrEqual(80);
  });
});
