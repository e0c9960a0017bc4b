/** Permanent ids of agencies: proposed once by rule, kept for ever in agencies.yaml. */
import { pinyin } from 'pinyin-pro';
import { z } from 'zod';
import { AGENCY_TYPES, LEVELS } from '../report/schema.ts';

export const agencySchema = z.strictObject({
  /** GB/T 2260 code and pinyin initials of the organ: 370200-zfbgt. */
  id: z.string().regex(/^[0-9a-z]+(-[0-9a-z]+)+$/),
  name: z.string(),
  /** Other names that reports print. */
  aliases: z.array(z.string()).optional(),
  /** GB/T 2260 code; absent where no page says which place it is. */
  region: z.string().optional(),
  /** Full name without the place: what makes two names the same body. */
  organ: z.string(),
  level: z.enum(LEVELS).optional(),
  type: z.enum(AGENCY_TYPES).optional(),
  /** Proposed by rule, not yet looked at by an editor. */
  review: z.boolean().optional(),
});

export type KnownAgency = z.infer<typeof agencySchema>;

/** Code where no place is known. */
const NOWHERE = '000000';
/** Codes of national bodies. */
const NATIONAL = '100000';

/**
 * The id that the rule gives: `370200-zfbgt` for 人民政府办公厅 of 370200. 人民 says nothing and is left out. A township
 * has the code of its county, whose table ends there. Where the place is not known the whole name tells bodies apart:
 * `000000-szqzf` for 市中区人民政府.
 */
export function proposeId(agency: Pick<KnownAgency, 'name' | 'organ' | 'region' | 'level'>): string {
  const isPlaced = agency.region !== undefined || agency.level === 'national';
  const organ = (isPlaced ? agency.organ : agency.name).replace(/人民(?=政府)/u, '').replace(/\(.*\)$/u, '');
  const letters = pinyin(organ, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'consecutive' })
    .join('')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
  const code = agency.region ?? (agency.level === 'national' ? NATIONAL : NOWHERE);
  return `${code}-${letters || 'x'}`;
}
