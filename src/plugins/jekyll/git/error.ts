import type { Problem } from '../core/problem';

/** What Git can't do as things stand. `message` is the English text of `problem`. */
export class GitError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.message.en);
    this.name = 'GitError';
  }

  get code(): string {
    return this.problem.code;
  }
}
