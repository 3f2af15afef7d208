import { stripVTControlCharacters } from 'node:util';
import type { Problem } from '../../core/problem';

const MAX = 300;
const short = (text: string): string => (text.length > MAX ? `${text.slice(0, MAX - 1)}…` : text);

type Say = (...groups: string[]) => Pick<Problem, 'message'> & { readonly line?: number };

interface Known {
  readonly code: string;
  readonly severity: Problem['severity'];
  readonly pattern: RegExp;
  readonly say: Say;
}

/** What Jekyll, Liquid, kramdown and Bundler print, in an editor's words; the first that fits counts. */
const KNOWN: readonly Known[] = [
  {
    code: 'jekyll-unknown-tag',
    severity: 'error',
    pattern: /Liquid syntax error \(line (\d+)\): Unknown tag '([^']+)'/,
    say: (line, tag) => ({
      line: Number(line),
      message: {
        en: `The site knows no Liquid tag {% ${tag} %}, so Jekyll stopped. Correct it, or put {% raw %} around it.`,
        ko: `이 사이트에는 {% ${tag} %} 태그가 없어 Jekyll이 멈췄습니다. 고치거나 {% raw %}로 감싸세요.`,
      },
    }),
  },
  {
    code: 'jekyll-liquid-warning',
    severity: 'warning',
    pattern: /Liquid Warning: (.*)/,
    say: (what) => ({
      message: { en: `Liquid warns: ${what}`, ko: `Liquid의 경고입니다: ${what}` },
    }),
  },
  {
    code: 'jekyll-liquid',
    severity: 'error',
    pattern: /Liquid (?:Exception|syntax error)[^:]*: (.*)/,
    say: (what) => ({
      message: {
        en: `Liquid cannot read a page: ${what}`,
        ko: `Liquid가 페이지를 읽지 못합니다: ${what}`,
      },
    }),
  },
  {
    code: 'jekyll-yaml',
    severity: 'error',
    pattern: /YAML Exception reading (\S+): (.*)/,
    say: (file, what) => ({
      message: {
        en: `The front matter of ${file} cannot be read, and its page comes out empty: ${what}`,
        ko: `${file}의 머리말을 읽을 수 없어 빈 페이지가 됩니다: ${what}`,
      },
    }),
  },
  {
    code: 'jekyll-date',
    severity: 'error',
    pattern: /Invalid date '([^']*)'/,
    say: (date) => ({
      message: {
        en: `“${date}” is no date that Jekyll can read.`,
        ko: `"${date}"은(는) Jekyll이 읽을 수 있는 날짜가 아닙니다.`,
      },
    }),
  },
  {
    code: 'jekyll-conflict',
    severity: 'warning',
    pattern: /Conflict: (.*)/,
    say: (what) => ({
      message: {
        en: `Two files have the same address, and one of them disappears: ${what}`,
        ko: `두 파일의 주소가 같아 하나가 사라집니다: ${what}`,
      },
    }),
  },
  {
    code: 'jekyll-future',
    severity: 'warning',
    pattern: /Skipping: (\S+) has a future date/,
    say: (file) => ({
      message: {
        en: `${file} has a date in the future, so the site leaves it out until then.`,
        ko: `${file}의 날짜가 미래라서 그때까지 사이트에 나오지 않습니다.`,
      },
    }),
  },
  {
    code: 'jekyll-layout',
    severity: 'warning',
    pattern: /Layout '([^']+)' requested in (\S+) does not exist/,
    say: (layout, file) => ({
      message: {
        en: `The site has no layout “${layout}”, which ${file} asks for.`,
        ko: `${file}이(가) 쓰는 "${layout}" 레이아웃이 사이트에 없습니다.`,
      },
    }),
  },
  {
    code: 'jekyll-include',
    severity: 'error',
    pattern: /Could not locate the included file '([^']+)'/,
    say: (file) => ({
      message: {
        en: `The site has no include “${file}”.`,
        ko: `사이트에 "${file}" include가 없습니다.`,
      },
    }),
  },
  {
    code: 'jekyll-post-url',
    severity: 'error',
    pattern: /Could not find post "([^"]+)"/,
    say: (post) => ({
      message: {
        en: `A link {% post_url %} names “${post}”, which the site does not have.`,
        ko: `{% post_url %}이 가리키는 "${post}" 글이 사이트에 없습니다.`,
      },
    }),
  },
  {
    code: 'kramdown-footnote',
    severity: 'warning',
    pattern: /Footnote definition for '([^']+)' not found/,
    say: (label) => ({
      message: {
        en: `The footnote [^${label}] has no definition and stays as text.`,
        ko: `각주 [^${label}]의 정의가 없어 글자 그대로 남습니다.`,
      },
    }),
  },
  {
    code: 'jekyll-gem',
    severity: 'error',
    pattern:
      /(?:Could not find gem '([^']+)'|cannot load such file -- (\S+)|Could not find (\S+) in)/,
    say: (...names) => {
      const name = names.find(Boolean) ?? '';
      return {
        message: {
          en: `The Ruby package “${name}” that the blog needs is not installed where the CMS runs (bundle install).`,
          ko: `블로그에 필요한 Ruby 패키지 "${name}"이(가) CMS가 실행되는 곳에 설치되어 있지 않습니다(bundle install).`,
        },
      };
    },
  },
  {
    code: 'jekyll-theme',
    severity: 'error',
    pattern: /The ([\w-]+) theme could not be found/,
    say: (theme) => ({
      message: {
        en: `The theme “${theme}” is not installed where the CMS runs (bundle install).`,
        ko: `"${theme}" 테마가 CMS가 실행되는 곳에 설치되어 있지 않습니다(bundle install).`,
      },
    }),
  },
  {
    code: 'jekyll-warning',
    severity: 'warning',
    pattern: /(?:Build Warning|kramdown warning\(s\)|Warning|Deprecation): ?(.*)/,
    say: (what) => ({
      message: { en: `Jekyll warns: ${what}`, ko: `Jekyll의 경고입니다: ${what}` },
    }),
  },
  {
    code: 'jekyll-error',
    severity: 'error',
    pattern: /(?:^|\s)(?:ERROR|Error|Conversion error|jekyll \S+ \| Error): ?(.*)/,
    say: (what) => ({
      message: { en: `Jekyll stopped: ${what}`, ko: `Jekyll이 멈췄습니다: ${what}` },
    }),
  },
];

/**
 * What a build said, as problems.
 *
 * @param hide folders whose names say nothing to an editor
 */
export function readMessages(log: string, hide: readonly string[]): Problem[] {
  const found = new Map<string, Problem>();
  for (const raw of stripVTControlCharacters(log).split(/\r?\n/)) {
    const line = short(hide.reduce((text, dir) => text.replaceAll(`${dir}/`, ''), raw.trim()));
    for (const { code, severity, pattern, say } of KNOWN) {
      const groups = pattern.exec(line);
      if (!groups) continue;
      found.set(`${code}\n${line}`, { code, severity, ...say(...groups.slice(1)) });
      break;
    }
  }
  return [...found.values()];
}

const own = (code: string, en: string, ko: string): Problem => ({
  code,
  severity: 'error',
  message: { en, ko },
});

export const noProgram = (program: string): Problem =>
  own(
    'jekyll-absent',
    `“${program}” cannot be started where the CMS runs. Install it, or correct preview.jekyll.command.`,
    `CMS가 실행되는 곳에서 "${program}"을(를) 시작할 수 없습니다. 설치하거나 preview.jekyll.command를 고치세요.`,
  );

export const tookTooLong = (seconds: number): Problem =>
  own(
    'jekyll-timeout',
    `Jekyll was not done within ${seconds} seconds and was ended. Allow it more time (preview.jekyll.timeout).`,
    `Jekyll이 ${seconds}초 안에 끝나지 않아 멈췄습니다. 시간을 더 주세요(preview.jekyll.timeout).`,
  );

export const ended = (status: string): Problem =>
  own(
    'jekyll-ended',
    `Jekyll ended with ${status} without a word that the CMS knows.`,
    `Jekyll이 ${status}(으)로 끝났고, CMS가 아는 설명이 없습니다.`,
  );

export const noPage = (address: string): Problem =>
  own(
    'jekyll-no-page',
    `Jekyll built the site, but no page ${address}. Look at what it said, and at “published” in the front matter.`,
    `Jekyll이 사이트를 만들었지만 ${address} 페이지가 없습니다. Jekyll이 알린 것과 머리말의 published를 확인하세요.`,
  );

export const crashed = (message: string): Problem =>
  own(
    'build-failed',
    `The build could not be prepared: ${short(message)}`,
    `빌드를 준비하지 못했습니다: ${short(message)}`,
  );

export const dated = (): Problem => ({
  code: 'future-date',
  severity: 'warning',
  message: {
    en: 'The date is in the future: the site itself leaves the post out until then.',
    ko: '날짜가 미래입니다. 실제 사이트에는 그때까지 나오지 않습니다.',
  },
});
