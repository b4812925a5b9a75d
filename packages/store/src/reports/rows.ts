import type { Document } from '@isnad/model';
import type { Appearance } from '../store.js';

/** Columns of a report as a list shows it. */
export const LISTED = 'r.key, r.id, r.title, r.outlet, r.path, r.url, r.day, r.state';

export interface AppearanceRow {
  readonly key: number;
  readonly report: string;
  readonly input: number;
  readonly path: string;
  readonly facts: string;
}

type Facts = Pick<Document, 'given' | 'notes' | 'encoding' | 'form' | 'container' | 'media'> & {
  readonly stated: NonNullable<Document['stated']>;
};

export interface DocumentRow extends AppearanceRow {
  readonly text: string;
  readonly masked: string;
}

export const appearanceOf = ({ facts, ...row }: AppearanceRow): Appearance => {
  const { given, stated, notes } = JSON.parse(facts) as Facts;
  return { ...row, given, stated, notes };
};

/** A row of appearance and text as the document that it was. */
export const documentOf = ({ report, path, facts, text, masked }: DocumentRow): Document => {
  const { stated, ...rest } = JSON.parse(facts) as Facts;
  return {
    path,
    id: report,
    text,
    ...rest,
    ...(stated.length > 0 ? { stated } : {}),
    masked: JSON.parse(masked) as NonNullable<Document['masked']>,
  };
};
