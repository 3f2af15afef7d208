/** Name of the title beside a field: `slug` → `title`, `parts.0.slug` → `parts.0.title`. */
export const titleBeside = (name: string): string => name.replace(/[^.]*$/, 'title');

/** Reads `a.0.b` out of nested form values. */
export function valueAt(values: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    return (value as Record<string, unknown>)[key];
  }, values);
}

export interface AutoFillState {
  /** A new entry: an existing one keeps its address when its title changes. */
  readonly creating: boolean;
  readonly slug: string;
  /** What was last filled in by itself; null before the first time. */
  readonly lastFilled: string | null;
}

/** Whether the slug still follows the title: nobody has typed one of their own. */
export const followsTitle = ({ creating, slug, lastFilled }: AutoFillState): boolean =>
  creating && (lastFilled === null ? slug === '' : slug === lastFilled);
