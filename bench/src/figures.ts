/** One measured value, as `npm run bench` prints it. */
export interface Figure {
  /** `read.mb_per_s`. */
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The size that it was measured at, where there are several: reports, or claims. */
  readonly at?: number;
}

/** A figure of three significant digits: more would be noise. */
export const figure = (name: string, value: number, unit: string, at?: number): Figure => ({
  name,
  value: Number(value.toPrecision(3)),
  unit,
  ...(at === undefined ? {} : { at }),
});

/** All figures as people read them: a line each, values below each other. */
export const tableOf = (figures: readonly Figure[]): string => {
  const rows = figures.map(({ name, value, unit, at }) => [
    at === undefined ? name : `${name} at ${at.toLocaleString('en')}`,
    value.toLocaleString('en', { maximumSignificantDigits: 3 }),
    unit,
  ]);
  const width = (column: number) => Math.max(...rows.map((row) => row[column]!.length));
  const [names, values] = [width(0), width(1)];
  return rows.map(([name, value, unit]) => `${name!.padEnd(names)}  ${value!.padStart(values)}  ${unit}`).join('\n');
};
