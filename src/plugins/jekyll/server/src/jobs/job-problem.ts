import type { Problem } from '../../../core/problem';
import { errorText } from '../runs';

/** What a job failed of, as the panel tells it. Errors of the plugin say it in both languages. */
export function jobProblem(error: unknown): Problem {
  const own = (error as { readonly problem?: Problem } | null)?.problem;
  if (own?.message) return own;
  const text = errorText(error);
  return {
    code: 'job-failed',
    severity: 'error',
    message: {
      en: `The work stopped: ${text}`,
      ko: `작업이 중단되었습니다: ${text}`,
    },
  };
}
