import type { Problem } from '../../core/problem';

/** An archive that is not unpacked, with the entry that is the reason. */
export class ArchiveError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.message.en);
    this.name = 'ArchiveError';
  }
}

const refusal = (code: string, en: string, ko: string): ArchiveError =>
  new ArchiveError({
    code,
    severity: 'error',
    message: {
      en: `${en} Nothing was unpacked.`,
      ko: `${ko} 압축을 풀지 않았습니다.`,
    },
  });

/** Names come from strangers: control characters are shown as what they are, and long ones cut. */
export const shown = (name: string): string => {
  const plain = name.replace(
    // eslint-disable-next-line no-control-regex -- these are what is to be shown
    /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffd]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return plain.length > 120 ? `${plain.slice(0, 60)}…${plain.slice(-50)}` : plain;
};

export const noArchive = (cause: unknown): ArchiveError => {
  const text = cause instanceof Error ? cause.message : String(cause);
  return refusal(
    'archive-unreadable',
    `The file is no sound zip archive (${text}). Pack the blog's folder again and upload that.`,
    `올바른 zip 파일이 아닙니다(${text}). 블로그 폴더를 다시 압축해 올리세요.`,
  );
};

export const archiveTooLarge = (limit: number): ArchiveError =>
  refusal(
    'archive-too-large',
    `The archive is larger than ${megabytes(limit)}. Pack only _posts, _config.yml and the images, or import from a checkout.`,
    `압축 파일이 ${megabytes(limit)}를 넘습니다. _posts, _config.yml, 이미지만 압축하거나 체크아웃에서 가져오세요.`,
  );

export const tooManyEntries = (limit: number): ArchiveError =>
  refusal(
    'archive-too-many-entries',
    `The archive holds more than ${limit} files. Pack only _posts, _config.yml and the images.`,
    `압축 파일에 든 파일이 ${limit}개를 넘습니다. _posts, _config.yml, 이미지만 압축하세요.`,
  );

export const unpackedTooLarge = (name: string, limit: number): ArchiveError =>
  refusal(
    'archive-unpacked-too-large',
    `With "${shown(name)}" the archive would unpack to more than ${megabytes(limit)}. Pack fewer images at a time.`,
    `"${shown(name)}"까지 풀면 ${megabytes(limit)}를 넘습니다. 이미지를 나누어 압축하세요.`,
  );

export const tooDense = (name: string, ratio: number): ArchiveError =>
  refusal(
    'archive-too-dense',
    `With "${shown(name)}" the archive would unpack to more than ${ratio} times its size, as no blog does. Take that file out.`,
    `"${shown(name)}"까지 풀면 압축 크기의 ${ratio}배를 넘는데, 블로그라면 그럴 수 없습니다. 이 파일을 빼세요.`,
  );

export const overlapping = (): ArchiveError =>
  refusal(
    'archive-overlapping',
    'The files in the archive claim more room than the archive has. Pack the blog again.',
    '압축 파일 안의 파일들이 압축 파일보다 큰 자리를 차지한다고 되어 있습니다. 블로그를 다시 압축하세요.',
  );

/** Why the name of an entry is refused. */
export type NameFault =
  | 'leaves'
  | 'absolute'
  | 'backslash'
  | 'control'
  | 'deep'
  | 'long'
  | 'encoding'
  | 'odd';

const NAME_FAULTS: Readonly<Record<NameFault, readonly [en: string, ko: string]>> = {
  leaves: ['its path leaves the archive ("..")', '경로가 압축 파일 밖("..")을 가리킵니다'],
  absolute: ['its path is absolute', '절대 경로입니다'],
  backslash: ['its path has a backslash in it', '경로에 역슬래시가 있습니다'],
  control: ['its name has control characters in it', '이름에 제어 문자가 있습니다'],
  deep: ['it lies in too many folders', '폴더가 너무 깊습니다'],
  long: ['its name is too long', '이름이 너무 깁니다'],
  encoding: [
    'its name is neither UTF-8 nor Korean Windows text',
    '이름이 UTF-8도 한국어 Windows 문자도 아닙니다',
  ],
  odd: ['its path has empty parts or "." in it', '경로에 빈 부분이나 "."이 있습니다'],
};

export const badName = (name: string, fault: NameFault): ArchiveError => {
  const [en, ko] = NAME_FAULTS[fault];
  return refusal(
    'archive-bad-name',
    `The archive holds "${shown(name)}", and ${en}. Take it out, or pack the blog again.`,
    `압축 파일에 "${shown(name)}"이(가) 있는데, ${ko}. 빼거나 블로그를 다시 압축하세요.`,
  );
};

export const twins = (one: string, other: string): ArchiveError =>
  refusal(
    'archive-twins',
    `"${shown(one)}" and "${shown(other)}" would be one file on some systems: their names differ at most in case or in how Hangul is composed. Rename or remove one.`,
    `"${shown(one)}"과(와) "${shown(other)}"은(는) 대소문자나 한글 조합 방식만 달라 어떤 시스템에서는 같은 파일이 됩니다. 하나의 이름을 바꾸거나 빼세요.`,
  );

export const locked = (name: string): ArchiveError =>
  refusal(
    'archive-locked',
    `"${shown(name)}" needs a password. Pack the blog without one.`,
    `"${shown(name)}"에 암호가 걸려 있습니다. 암호 없이 압축하세요.`,
  );

export const damaged = (name: string, cause: unknown): ArchiveError => {
  const text = cause instanceof Error ? cause.message : String(cause);
  return refusal(
    'archive-damaged',
    `"${shown(name)}" cannot be unpacked (${text}). Pack the blog again.`,
    `"${shown(name)}"을(를) 풀 수 없습니다(${text}). 블로그를 다시 압축하세요.`,
  );
};

export const noBlog = (): ArchiveError =>
  refusal(
    'archive-no-blog',
    'The archive holds no folder _posts with posts in it. Pack the folder of a Jekyll blog.',
    '압축 파일에 글이 든 _posts 폴더가 없습니다. Jekyll 블로그 폴더를 압축하세요.',
  );

/** A link among the posts: it is no file, and what it leads to is not in the archive. */
export const linkLeftOut = (file: string): Problem => ({
  code: 'archive-link',
  severity: 'error',
  message: {
    en: `${shown(file)} is a symbolic link and was not unpacked. Put the file itself in its place.`,
    ko: `${shown(file)}은(는) 심볼릭 링크라 풀지 않았습니다. 그 자리에 파일을 직접 넣으세요.`,
  },
});

const megabytes = (bytes: number): string => `${Math.round(bytes / (1024 * 1024))} MB`;
