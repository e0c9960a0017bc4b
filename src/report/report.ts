import type { Metadata } from './schema.ts';

/** One heading or paragraph of the normalised text: a single line, trimmed, never empty. */
export interface Block {
  /** 0 for a paragraph; 2 for 一、, 3 for (一), 4 for 1. headings. The title is not a block. */
  depth: 0 | 2 | 3 | 4;
  text: string;
  /** Permanent anchor, `p-` and 8 hex digits (and `-2` for a repeated text). */
  anchor: string;
}

/** A report: what is known of it, and its text. */
export interface Report {
  metadata: Metadata;
  blocks: Block[];
}
