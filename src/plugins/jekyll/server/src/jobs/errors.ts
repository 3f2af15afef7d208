import type { JobBusy, JobKind, JobSummary } from '../../../contracts/jobs';
import type { Message } from '../../../core/problem';

const NAMES: Readonly<Record<JobKind, Message>> = {
  'export-plan': { en: 'the plan of an export', ko: '내보내기 계획' },
  export: { en: 'an export', ko: '내보내기' },
  'import-plan': { en: 'the plan of an import', ko: '가져오기 계획' },
  import: { en: 'an import', ko: '가져오기' },
  'link-look': { en: 'a look at the external links', ko: '외부 링크 확인' },
};

/** Somebody works at the same already. Strapi answers with its `status` and `details`. */
export class JobBusyError extends Error {
  readonly status = 409;
  readonly expose = true;
  readonly details: JobBusy;

  constructor(job: JobSummary) {
    const name = NAMES[job.kind];
    const messages: Message = {
      en: `${job.actor.name} has started ${name.en} that is still at work. Wait until it has ended and try again.`,
      ko: `${job.actor.name} 님이 시작한 ${name.ko} 작업이 아직 진행 중입니다. 끝난 뒤에 다시 시도하세요.`,
    };
    super(messages.en);
    this.name = 'JobBusyError';
    this.details = { code: 'JOB_BUSY', messages, job };
  }
}

/** The server already does as much at once as it will. */
export class TooManyJobsError extends Error {
  readonly status = 429;
  readonly expose = true;
  readonly details = {
    code: 'TOO_MANY_JOBS',
    messages: {
      en: 'The server is busy with other plans. Wait a moment and try again.',
      ko: '서버가 다른 계획을 세우고 있습니다. 잠시 뒤에 다시 시도하세요.',
    },
  };

  constructor() {
    super();
    this.message = this.details.messages.en;
    this.name = 'TooManyJobsError';
  }
}
