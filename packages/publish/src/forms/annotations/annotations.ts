import type { RecordedClaim } from '@isnad/model';
import { canonical } from '../../canonicalJson.js';
import { blockVeils, sayVeils } from '../../policy/veil.js';
import type { Form, FormInput } from '../form.js';
import { type LossTally, lossTally, sayLoss } from '../losses.js';

/** How much of the text stands before and behind a quotation, in UTF-16 code units at most. */
const BESIDE = 32;

const VEIL = /[\ufdd0-\ufdd2]/;

/** The last words of a text, none of them cut, up to what is withheld. */
const lastWords = (text: string): string => {
  const open = text.slice(text.search(/[^\ufdd0-\ufdd2]*$/));
  return open.length <= BESIDE ? open : open.slice(-BESIDE).replace(/^\S*/, '');
};

const firstWords = (text: string): string => {
  const open = /^[^\ufdd0-\ufdd2]*/.exec(text)![0];
  return open.length <= BESIDE ? open : open.slice(0, BESIDE).replace(/\S*$/, '');
};

/**
 * Selectors of a claim's words (Web Annotation Data Model §4.2): the quotation with what stands beside it, and the
 * position in code points. A quotation that is covered in part, or longer than may be quoted, is left to its position.
 */
const selectorsOf = ({ span, report }: RecordedClaim, { published, codePoints }: FormInput, tally: LossTally) => {
  const text = published.texts.get(report);
  const count = codePoints(report);
  const isLong = span.text.split(/\s+/u).length > published.policy.quoteWords;
  const position = count && { type: 'TextPositionSelector', start: count(span.start), end: count(span.end) };
  if (!position) tally.lose('claim without its position, for want of the text of its report (--texts)');
  if (VEIL.test(span.text)) tally.lose('claim without its quotation, in which something is withheld');
  else if (isLong) tally.lose('claim without its quotation, which is longer than the policy lets be quoted');
  const quote =
    VEIL.test(span.text) || isLong
      ? null
      : {
          type: 'TextQuoteSelector',
          exact: span.text,
          ...(text === undefined
            ? {}
            : {
                prefix: lastWords(text.slice(Math.max(0, span.start - 2 * BESIDE), span.start)),
                suffix: firstWords(text.slice(span.end, span.end + 2 * BESIDE)),
              }),
        };
  return [quote, position].filter((selector) => selector !== null);
};

/** What a claim says, without its words, which the target selects. */
const sayingOf = (claim: RecordedClaim): object => {
  const places = claim.places.map(({ start: _start, end: _end, text: _text, ...place }) => place);
  const { id: _id, report: _report, span: _span, ...rest } = claim;
  if (rest.kind === 'figure') return { ...rest, places };
  const { trigger: _trigger, framing: _framing, dateReason: _reason, ...event } = rest;
  return { ...event, places };
};

const annotation = (claim: RecordedClaim, url: string | undefined, input: FormInput, tally: LossTally) => {
  const selector = selectorsOf(claim, input, tally);
  return {
    id: `urn:isnad:claim:${claim.id}`,
    type: 'Annotation',
    motivation: 'classifying',
    body: [
      {
        type: 'TextualBody',
        purpose: 'classifying',
        format: 'text/plain',
        value: claim.kind === 'event' ? claim.type : `${claim.measure}/${claim.group}`,
      },
      {
        type: 'TextualBody',
        purpose: 'describing',
        format: 'application/json',
        value: sayVeils(canonical(sayingOf(claim))),
      },
    ],
    target: {
      source: `urn:${claim.report}`,
      ...(selector.length > 0 ? { selector } : {}),
      ...(url === undefined ? {} : { state: { type: 'TimeState', cached: url } }),
    },
  };
};

/**
 * W3C Web Annotations, one a claim: its words by quotation and by position in Unicode code points (offsets of records
 * count UTF-16 code units), what it says as the body. The source is the SHA-256 of the report's bytes.
 */
export const annotations: Form = {
  id: 'annotations',
  about: { ar: 'الأقوال حواشي على نصوصها (W3C)', en: 'claims as annotations of their texts (W3C Web Annotation)' },
  ending: '.jsonld',
  write: (input) => {
    const { published, terms, name } = input;
    const tally = lossTally([
      'Incidents, running counts, control, checks, disputes and grades: annotations hold claims.',
      'Words of places, triggers and framing within a claim, and the reason for its date.',
      'In a web page, positions count the text of the file with its tags.',
    ]);
    const urls = new Map(published.record.reports.map(({ id, url }) => [id, url]));
    const items = published.record.claims.map((claim) =>
      blockVeils(canonical(annotation(claim, urls.get(claim.report), input, tally))),
    );
    const losses = tally.list();
    const head = canonical({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: `urn:isnad:annotations:${encodeURIComponent(blockVeils(published.record.case))}`,
      type: 'AnnotationPage',
      startIndex: 0,
      'dcterms:license': terms.licence,
      'dcterms:bibliographicCitation': terms.citation,
      'dcterms:contributor': terms.credits,
      'rdfs:comment': losses.map(sayLoss),
    });
    return { files: new Map([[name, `${head.slice(0, -1)},"items":[\n${items.join(',\n')}\n]}\n`]]), losses };
  },
};
