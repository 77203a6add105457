/** `[start, end)` in UTF-16 code units, as JavaScript strings count. */
export type Span = [start: number, end: number];

export type Group = 'attributed' | 'unattributed' | 'provenance';
export type AttributedKind = 'direct' | 'mixed' | 'indirect' | 'anonymous-source';
export type AssertionKind =
  | 'loaded-wording' | 'certainty' | 'superlative' | 'generalisation' | 'causal-claim' | 'prediction' | 'imputed-motive'
  | 'unnamed-source' | 'distancing-quotes' | 'exhortation';
export type ProvenanceKind =
  | 'headline' | 'outlet' | 'byline' | 'author-affiliation' | 'published' | 'modified' | 'section' | 'wire-credit'
  | 'image-credit' | 'contact' | 'disclosure' | 'correction' | 'sponsored';
export type Kind = AttributedKind | AssertionKind | ProvenanceKind;

export interface Category {
  kind: Kind;
  key: Kind;
  group: Group;
  label: string;
  description: string;
  default: boolean;
  /** `#rrggbb` on light pages. */
  light: string;
  /** `#rrggbb` on dark pages. */
  dark: string;
  underline: 'solid' | 'double' | 'dotted' | 'dashed' | 'wavy';
}

export interface Speaker {
  name: string | null;
  role: string | null;
  kind: 'person' | 'organisation' | 'document' | 'role' | 'anonymous' | 'unknown';
}

/** An attribution relation: who (source) says (cue) what (content). */
export interface Quotation {
  id: string;
  kind: 'direct' | 'mixed' | 'indirect';
  event: 'speech' | 'belief';
  source: Span[];
  cue: Span[];
  content: Span[];
  speaker: Speaker;
  /** 0 to 1. */
  confidence: number;
  because: string;
}

/** A claim in the writer's own voice with nobody named for it. */
export interface Assertion {
  id: string;
  kind: AssertionKind;
  start: number;
  end: number;
  triggers: Span[];
  rule: string;
  because: string;
  confidence: number;
}

export interface Fact { statement: string; source: string; date: string }
export interface Outlet {
  name: string;
  domain: string | null;
  country: string | null;
  owner: string | null;
  kind: string | null;
  facts: Fact[];
}
export interface Provenance { kind: ProvenanceKind; start: number | null; end: number | null; value: string }
export interface BlockSpan { block: number; role: string; start: number; end: number }
export interface Note { key: string; message: string }
export interface Statistics {
  words: number;
  sentences: number;
  attributed: number;
  unattributed: number;
  plain: number;
  sources: { speaker: Speaker; quotations: number; words: number; ids: string[] }[];
}

/** Offsets count into `text`, which holds the body up to `body_end` and then the blocks outside it. */
export interface Report {
  schema: 1;
  url: string | null;
  lang: string | null;
  title: string | null;
  text: string;
  body_end: number;
  blocks: BlockSpan[];
  outlet: Outlet | null;
  authors: { name: string; affiliation: string | null }[];
  published: string | null;
  modified: string | null;
  section: string | null;
  quotations: Quotation[];
  assertions: Assertion[];
  provenance: Provenance[];
  institutes: Outlet[];
  statistics: Statistics;
  notes: Note[];
}

/** A range to paint; offsets are relative to the text of its block. */
export interface Mark {
  kind: Kind;
  part: 'whole' | 'content' | 'source' | 'cue' | 'trigger';
  /** The id of the quotation or assertion; `p1` is the first entry of `provenance`. */
  of: string;
  block: number;
  start: number;
  end: number;
  strong: boolean;
}

export interface Answer { report: Report; marks: Mark[] }

/** A page: see `src/page.rs` of the project for what each field holds. */
export interface Page {
  url?: string | null;
  lang?: string | null;
  head?: {
    title?: string;
    metas?: { name: string; content: string }[];
    links?: { rel: string; href: string }[];
    json_ld?: string[];
  };
  nodes?: { parent?: number | null; tag: string; hints: string }[];
  blocks: {
    node: number;
    text: string;
    inlines?: { start: number; end: number; tag: string; hints: string; href: string }[];
  }[];
}

/** Reads a plain text, paragraphs parted by a blank line. `url`, where known, tells the outlet. */
export function analyzeText(text: string, options?: { url?: string }): Promise<Answer>;
/** Reads a page. Rejects with an `Error` where `page` has another shape. */
export function analyzePage(page: Page): Promise<Answer>;
/** The table of categories. */
export function categories(): Promise<Category[]>;
