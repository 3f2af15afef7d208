import type { Message, Problem } from '../../core/problem';

/** Nothing of the blog was touched: the changes could not be made ready. */
export class StageError extends Error {
  constructor(
    readonly problem: Problem,
    options?: ErrorOptions,
  ) {
    super(problem.message.en, options);
    this.name = 'StageError';
  }
}

/**
 * A run stopped among its files. What is done is whole, the rest stands in the sealed journal, and
 * the next run completes it.
 */
export class ApplyError extends Error {
  constructor(
    readonly problem: Problem,
    /** The file at which it stopped, relative to the blog. */
    readonly file: string,
    options?: ErrorOptions,
  ) {
    super(problem.message.en, options);
    this.name = 'ApplyError';
  }
}

const REASONS: Readonly<Record<string, Message>> = {
  ENOSPC: { en: 'the disk is full', ko: '디스크가 가득 찼습니다' },
  EDQUOT: { en: 'the disk quota is used up', ko: '디스크 할당량을 다 썼습니다' },
  EROFS: { en: 'the file system is read-only', ko: '파일 시스템이 읽기 전용입니다' },
  EACCES: { en: 'the permission is missing', ko: '권한이 없습니다' },
  EPERM: { en: 'the system does not permit it', ko: '시스템이 허용하지 않습니다' },
  EMFILE: { en: 'too many files are open', ko: '열린 파일이 너무 많습니다' },
  EXDEV: { en: 'it lies on another disk than the blog', ko: '블로그와 다른 디스크에 있습니다' },
  ENOTDIR: {
    en: 'a file stands where a folder is needed',
    ko: '폴더가 필요한 곳에 파일이 있습니다',
  },
  EEXIST: {
    en: 'a file stands where a folder is needed',
    ko: '폴더가 필요한 곳에 파일이 있습니다',
  },
  EISDIR: { en: 'a folder stands there', ko: '그 자리에 폴더가 있습니다' },
  ENAMETOOLONG: { en: 'the name is too long', ko: '이름이 너무 깁니다' },
};

/** Errors that concern one place; every other one will meet the next file too. */
const OF_ONE_PLACE = new Set(['EXDEV', 'ENOTDIR', 'EEXIST', 'EISDIR', 'ENAMETOOLONG', 'EINVAL']);

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException | null)?.code ?? '';

export const isOfOnePlace = (error: unknown): boolean => OF_ONE_PLACE.has(codeOf(error));

/** An error of the file system in words. */
export function reasonOf(error: unknown): Message {
  const text = error instanceof Error ? error.message : String(error);
  return REASONS[codeOf(error)] ?? { en: text, ko: text };
}

export function notStaged(error: unknown): StageError {
  const reason = reasonOf(error);
  return new StageError(
    {
      code: 'not-staged',
      severity: 'error',
      message: {
        en: `The changes could not be made ready in .jekyll-cms in the blog: ${reason.en}. The blog is unchanged. Put that right and export again.`,
        ko: `블로그의 .jekyll-cms 폴더에 변경을 준비하지 못했습니다: ${reason.ko}. 블로그는 바뀌지 않았습니다. 문제를 해결하고 다시 내보내세요.`,
      },
    },
    { cause: error },
  );
}

export function notApplied(file: string, error: unknown): ApplyError {
  const reason = reasonOf(error);
  return new ApplyError(
    {
      code: 'not-applied',
      severity: 'error',
      message: {
        en: `The export stopped at ${file}: ${reason.en}. What was written until then is whole. Put that right and export again: the rest is kept in .jekyll-cms in the blog and completed first.`,
        ko: `${file}에서 내보내기가 멈췄습니다: ${reason.ko}. 그때까지 쓴 파일은 온전합니다. 문제를 해결하고 다시 내보내세요. 나머지는 블로그의 .jekyll-cms 폴더에 남아 있어 먼저 마무리됩니다.`,
      },
    },
    file,
    { cause: error },
  );
}

/** @param place what stands in the way, relative to the blog */
export const foreignStage = (place: string): StageError =>
  new StageError({
    code: 'stage-foreign',
    severity: 'error',
    message: {
      en: `"${place}" in the blog was not made by this CMS, which keeps unfinished exports in .jekyll-cms. Nothing was read from it or changed. Move it away and export again.`,
      ko: `블로그의 "${place}"은(는) 이 CMS가 만든 것이 아닙니다. .jekyll-cms는 끝나지 않은 내보내기를 두는 곳입니다. 읽거나 바꾼 것은 없습니다. 다른 곳으로 옮기고 다시 내보내세요.`,
    },
  });

export const stageInUse = (): StageError =>
  new StageError({
    code: 'stage-in-use',
    severity: 'error',
    message: {
      en: 'The folder .jekyll-cms stands in the blog: another export is under way, from another CMS or database. Wait until it has ended and export again.',
      ko: '블로그에 .jekyll-cms 폴더가 있습니다. 다른 CMS나 데이터베이스에서 내보내는 중입니다. 끝난 뒤에 다시 내보내세요.',
    },
  });

export const changedMeanwhile = (path: string): Problem => ({
  code: 'changed-meanwhile',
  severity: 'error',
  message: {
    en: `${path} was changed in the blog during the export, and is left as it is. Export again.`,
    ko: `내보내는 동안 블로그에서 ${path} 파일이 바뀌어 그대로 두었습니다. 다시 내보내세요.`,
  },
});

export const notWritable = (path: string, reason: Message): Problem => ({
  code: 'not-writable',
  severity: 'error',
  message: {
    en: `${path} can't be written: ${reason.en}.`,
    ko: `${path} 파일을 쓸 수 없습니다: ${reason.ko}.`,
  },
});

export const stagedLost = (path: string): Problem => ({
  code: 'staged-lost',
  severity: 'error',
  message: {
    en: `The text that was made ready for ${path} is gone or damaged, and the file is left as it is. Export again.`,
    ko: `${path} 파일을 위해 준비한 내용이 없거나 손상되어 파일을 그대로 두었습니다. 다시 내보내세요.`,
  },
});
