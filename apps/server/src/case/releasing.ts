import type { Bilingual } from '@isnad/model';

/** A release as it lies in the case. */
export interface KeptRelease {
  readonly number: number;
  /** EDTF day. */
  readonly asOf: string;
  readonly note: string;
  readonly licence: string | null;
  readonly citation: string | null;
  readonly names: boolean;
  readonly previous: number | null;
  readonly counts: Readonly<Record<string, number>>;
  /** Names of its files, folders with slashes. */
  readonly files: readonly string[];
}

export interface ReleaseTerms {
  readonly by: string;
  readonly note: string;
  readonly licence?: string | undefined;
  readonly citation?: string | undefined;
}

interface ChangedReport {
  readonly id: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly published: { readonly edtf: string | null };
}

interface State {
  readonly number: number | null;
  readonly as_of: string;
}

/** What changed between two states of a case; `diffReleases` of the compare package makes it. */
export interface Compared {
  readonly from: State;
  readonly to: State;
  readonly reports: Readonly<Record<'added' | 'gone' | 'changed', readonly ChangedReport[]>>;
  readonly decisions: readonly { readonly id: string }[];
  readonly changes: readonly {
    readonly kind: string;
    readonly about: readonly string[];
    readonly say: Bilingual;
    readonly because: readonly {
      readonly kind: string;
      readonly about: readonly string[];
      readonly explain: Bilingual;
    }[];
  }[];
}

/** The releases of a case. */
export interface Releasing {
  /** Oldest first. */
  readonly list: () => Promise<readonly KeptRelease[]>;
  readonly file: (release: number, name: string) => Promise<Uint8Array | null>;
  /** Freezes what may be published now; gives its number. */
  readonly make: (terms: ReleaseTerms) => Promise<number>;
  /** `to` null: what would be published now. */
  readonly compare: (from: number, to: number | null) => Promise<Compared>;
}
