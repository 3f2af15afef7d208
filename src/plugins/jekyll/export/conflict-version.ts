import { createHash } from 'node:crypto';
import type { ConflictSides } from '../contracts/report';

/** Name of exactly these texts of a conflict: another one as soon as a side says something else. */
export const conflictVersion = ({ base, blog, cms }: ConflictSides): string =>
  createHash('sha256')
    .update(JSON.stringify([base, blog, cms]))
    .digest('hex');
