import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { CLAIMS, REPORTS, TEXTS } from '../../case.fixture.js';
import { exportCase } from '../export.js';
import { EXPORT } from '../form.fixture.js';
import { annotations } from './annotations.js';

const quote = z.strictObject({
  type: z.literal('TextQuoteSelector'),
  exact: z.string().min(1),
  prefix: z.string().optional(),
  suffix: z.string().optional(),
});
const position = z
  .strictObject({ type: z.literal('TextPositionSelector'), start: z.int().nonnegative(), end: z.int().nonnegative() })
  .refine(({ start, end }) => start < end);

/** What the Web Annotation Data Model asks of a page and its items. */
const page = z.object({
  '@context': z.literal('http://www.w3.org/ns/anno.jsonld'),
  id: z.string().regex(/^urn:/),
  type: z.literal('AnnotationPage'),
  items: z.array(
    z.strictObject({
      id: z.string().regex(/^urn:isnad:claim:/),
      type: z.literal('Annotation'),
      motivation: z.enum(['tagging', 'classifying', 'describing', 'identifying', 'linking']),
      body: z.array(
        z.strictObject({ type: z.literal('TextualBody'), purpose: z.string(), format: z.string(), value: z.string() }),
      ),
      target: z.strictObject({
        source: z.string().regex(/^urn:sha256:[0-9a-f]{64}$/),
        selector: z.array(z.union([quote, position])).optional(),
        state: z.strictObject({ type: z.literal('TimeState'), cached: z.url() }).optional(),
      }),
    }),
  ),
});

const read = async (input = EXPORT) => {
  const { files, losses } = await exportCase(annotations, 'valley.jsonld', input);
  return { ...page.parse(JSON.parse(String(files.get('valley.jsonld')))), losses };
};

describe('Web Annotation', () => {
  it('gives each claim a quotation that stands at its position, with its surroundings', async () => {
    const { items } = await read();
    expect(items).toHaveLength(EXPORT.record.claims.length);
    for (const { target } of items) {
      const text = target.source === `urn:${REPORTS.first}` ? TEXTS.first : TEXTS.second;
      const points = Array.from(text);
      const [said, at] = [target.selector?.find((one) => one.type === 'TextQuoteSelector'), target.selector?.at(-1)];
      if (!said || at?.type !== 'TextPositionSelector') continue;
      expect(points.slice(at.start, at.end).join('')).toBe(said.exact);
      const around = `${said.prefix}${said.exact}${said.suffix}`;
      expect(text).toContain(around);
      expect(points.slice(0, at.start).join('').endsWith(said.prefix!)).toBe(true);
    }
  });

  it('counts positions in code points: emoji before the words do not shift them', async () => {
    const text = `🔴🔴 ${TEXTS.first}`;
    const claim = {
      ...CLAIMS.capture,
      span: { ...CLAIMS.capture.span, start: CLAIMS.capture.span.start + 5, end: CLAIMS.capture.span.end + 5 },
    };
    const { items } = await read({
      ...EXPORT,
      record: { ...EXPORT.record, claims: [claim] },
      texts: new Map([[REPORTS.first, text]]),
    });
    const at = items[0]!.target.selector!.at(-1)!;
    expect(at).toMatchObject({ start: claim.span.start - 2, end: claim.span.end - 2 });
  });

  it('leaves to its position what may not be quoted, and says so', async () => {
    const { items, losses } = await read();
    const covered = items.find(({ id }) => id.endsWith(CLAIMS.transfer.id))!;
    expect(covered.target.selector!.map(({ type }) => type)).toEqual(['TextPositionSelector']);
    expect(losses.map(({ what }) => what)).toContain('claim without its quotation, in which something is withheld');
  });

  it('says what a claim says: equal to the record but for the losses named', async () => {
    const { items } = await read({ ...EXPORT, names: true, policy: { ...(await policy()), lifted: 'test' } });
    for (const [at, item] of items.entries()) {
      const { id: _id, span: _span, report: _report, places, ...claim } = EXPORT.record.claims[at]!;
      const { trigger: _trigger, ...said } = 'trigger' in claim ? claim : { ...claim, trigger: null };
      expect(JSON.parse(item.body[1]!.value)).toEqual({
        ...said,
        places: places.map(({ start: _start, end: _end, text: _text, ...place }) => place),
      });
    }
  });

  it('has no position without a text, and says how to give one', async () => {
    const { items, losses } = await read({ ...EXPORT, texts: new Map() });
    expect(items.flatMap(({ target }) => target.selector ?? []).every(({ type }) => type === 'TextQuoteSelector')).toBe(
      true,
    );
    expect(losses.map(({ what }) => what).join()).toContain('--texts');
  });
});

const policy = async () => (await import('../../policy/policy.js')).standingPolicy;
