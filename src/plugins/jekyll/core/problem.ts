/** A text in both languages of the product. */
export interface Message {
  readonly en: string;
  readonly ko: string;
}

/**
 * Something that can't be read, represented or written, with its place. Problems are data: they are
 * collected and handed to the command line and the admin alike; nothing throws for bad content.
 */
export interface Problem {
  /** Stable name of the kind of problem, kebab-case. */
  readonly code: string;
  /** `error` keeps the file or entry from being taken or written; `warning` does not. */
  readonly severity: 'error' | 'warning';
  /** What failed, what was expected and what to do. */
  readonly message: Message;
  /** Field of the entry, where the problem belongs to one. */
  readonly field?: string;
  /** Line in the file, from 1. */
  readonly line?: number;
  /** Column in the line, from 1. */
  readonly column?: number;
}

/** Problems of a part that knows errors only. */
export const asErrors = (
  problems: readonly Omit<Problem, 'severity'>[],
  field?: string,
): Problem[] =>
  problems.map((problem) => ({
    ...problem,
    severity: 'error',
    ...(field === undefined ? {} : { field }),
  }));
