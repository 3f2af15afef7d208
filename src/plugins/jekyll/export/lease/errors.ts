import type { Message, Problem } from '../../core/problem';

/** Who may write the blog now. */
export interface LeaseHolder {
  /** Name of the taking, made up anew each time. */
  readonly owner: string;
  /** What it is doing, such as `export`. */
  readonly what: string;
  readonly host: string;
  readonly pid: number;
  readonly since: Date;
}

const describe = ({ what, host, pid, since }: LeaseHolder) => ({
  en: `"${what}" (process ${pid} on ${host}, since ${since.toISOString()})`,
  ko: `"${what}" 작업(${host}의 프로세스 ${pid}, ${since.toISOString()}부터)`,
});

/** For those who wait for a holder. */
export function waitingFor(holder: LeaseHolder): Message {
  const who = describe(holder);
  return {
    en: `Waiting for ${who.en}, which is writing the blog.`,
    ko: `블로그를 쓰고 있는 ${who.ko}이(가) 끝나기를 기다립니다.`,
  };
}

/** Somebody else was writing the blog for as long as we would wait. */
export class BlogBusyError extends Error {
  readonly problem: Problem;

  constructor(readonly holder: LeaseHolder) {
    const who = describe(holder);
    const problem: Problem = {
      code: 'blog-busy',
      severity: 'error',
      message: {
        en: `The blog is being written by ${who.en}. Nothing was changed. Wait until that has ended and try again.`,
        ko: `${who.ko}에서 블로그를 쓰고 있습니다. 바꾼 것은 없습니다. 그 작업이 끝난 뒤에 다시 시도하세요.`,
      },
    };
    super(problem.message.en);
    this.name = 'BlogBusyError';
    this.problem = problem;
  }
}

/** This process was out of reach of the database for so long that another one may write the blog now. */
export class LeaseLostError extends Error {
  readonly problem: Problem = {
    code: 'lease-lost',
    severity: 'error',
    message: {
      en: 'The database was out of reach for too long, and another process may be writing the blog now. This run stopped; the next one completes what it began.',
      ko: '데이터베이스에 너무 오래 연결되지 않아 다른 프로세스가 블로그를 쓰고 있을 수 있습니다. 이번 실행은 멈췄고, 시작한 일은 다음 실행이 마무리합니다.',
    },
  };

  constructor() {
    super();
    this.message = this.problem.message.en;
    this.name = 'LeaseLostError';
  }
}
