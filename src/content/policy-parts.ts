/** What the schemas of several policies share. */
import { z } from 'zod';

export const text = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
export const fen = z.int('must be integer fen (¥5,800 is 580000)').nonnegative();
