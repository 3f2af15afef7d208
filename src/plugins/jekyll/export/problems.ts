import type { Collision } from '../core/address';
import type { Problem } from '../core/problem';
import type { BlogFolderError } from '../blog/blog-folder';

export const samePlace = (name: string, { rival, kind, at }: Collision): Problem => ({
  code: kind === 'path' ? 'same-path' : 'same-address',
  severity: 'error',
  field: 'slug',
  message:
    kind === 'path'
      ? {
          en: `"${name}" and "${rival}" would both be written to ${at}. Give one of them another slug or date.`,
          ko: `"${name}"와(과) "${rival}"이(가) 모두 ${at} 경로에 쓰이게 됩니다. 한쪽의 슬러그나 날짜를 바꾸세요.`,
        }
      : {
          en: `"${name}" and "${rival}" would both have the address ${at}. Give one of them another slug or permalink.`,
          ko: `"${name}"와(과) "${rival}"의 주소가 모두 ${at}이(가) 됩니다. 한쪽의 슬러그나 고유 주소를 바꾸세요.`,
        },
});

export const outside = (error: BlogFolderError): Problem => ({
  code: 'outside-blog',
  severity: 'error',
  message: {
    en: error.message,
    ko: `"${error.path}" 경로는 블로그 밖이거나 심볼릭 링크 뒤에 있어 쓸 수 없습니다.`,
  },
});

export const massRemoval = (path: string, removals: number): Problem => ({
  code: 'mass-removal',
  severity: 'error',
  message: {
    en: `${path} was not removed: this run would remove ${removals} files. If that is meant, include the removals in the panel, or export again with --force.`,
    ko: `${path} 파일을 지우지 않았습니다. 이번 실행이 지울 파일이 ${removals}개입니다. 의도한 것이라면 관리자 화면에서 삭제를 포함하거나 --force로 다시 내보내세요.`,
  },
});

export const keptFromDraft = (path: string): Problem => ({
  code: 'kept-from-draft',
  severity: 'warning',
  message: {
    en: `${path} was changed in the blog in lines that the post's draft changed too. The file keeps the change; the CMS takes it over when the draft has been published or discarded.`,
    ko: `블로그에서 ${path} 파일의 줄이 바뀌었는데 글의 초안에서도 같은 줄을 고쳤습니다. 파일의 변경은 그대로 두고, 초안을 발행하거나 버린 뒤에 CMS로 가져옵니다.`,
  },
});

export const NOT_TAKEN_BACK = 'not-taken-back';

export const notTakenBack = (path: string): Problem => ({
  code: NOT_TAKEN_BACK,
  severity: 'warning',
  message: {
    en: `${path} was changed in the blog, and its entry in the CMS changed during this run. The file keeps its change; the next export brings the two together.`,
    ko: `블로그에서 ${path} 파일이 바뀌었는데 이번 실행 중에 CMS의 항목도 바뀌었습니다. 파일의 변경은 그대로 두고, 다음 내보내기에서 합칩니다.`,
  },
});

export const recovered = (files: number): Problem => ({
  code: 'recovered',
  severity: 'warning',
  message: {
    en: `An earlier export was cut off. It was completed first (${files} paths).`,
    ko: `이전 내보내기가 중단되어 있어 먼저 마무리했습니다(경로 ${files}개).`,
  },
});

export const heldBack = (path: string, until: Date): Problem => ({
  code: 'held-back',
  severity: 'warning',
  message: {
    en: `${path} is not written yet: its date is ${until.toISOString()}. It is exported when its time comes.`,
    ko: `${path} 파일은 아직 쓰지 않았습니다. 날짜가 ${until.toISOString()}입니다. 그때가 되면 내보냅니다.`,
  },
});

export const LEFT_OUT = 'locale-left-out';

export const leftOut = (path: string, locale: string, single: string): Problem => ({
  code: LEFT_OUT,
  severity: 'warning',
  message: {
    en: `${path} is not written: the blog has one language (localeStrategy "single"), "${single}", and this version is "${locale}".`,
    ko: `${path} 파일은 쓰지 않습니다. 이 블로그는 한 언어("${single}")만 내보내도록 설정되어 있고(localeStrategy "single"), 이 버전은 "${locale}"입니다.`,
  },
});

export const polyglotMissing = (path: string): Problem => ({
  code: 'polyglot-missing',
  severity: 'error',
  message: {
    en: `${path} was not written: localeStrategy is "polyglot", but the blog's _config.yml does not use jekyll-polyglot. Add the plugin, "languages" and "default_lang" there, or choose another localeStrategy.`,
    ko: `${path} 파일을 쓰지 않았습니다. localeStrategy가 "polyglot"인데 블로그의 _config.yml이 jekyll-polyglot을 쓰지 않습니다. 플러그인과 "languages", "default_lang"을 추가하거나 다른 localeStrategy를 고르세요.`,
  },
});

export const languageMissing = (
  path: string,
  locale: string,
  languages: readonly string[],
): Problem => ({
  code: 'language-not-on-site',
  severity: 'error',
  message: {
    en: `${path} was not written: "languages" of _config.yml (${languages.join(', ')}) has none for the locale "${locale}", so no site would show it. Add one, or name it in languageCodes.`,
    ko: `${path} 파일을 쓰지 않았습니다. _config.yml의 "languages"(${languages.join(', ')})에 "${locale}" 로케일에 해당하는 언어가 없어 어느 사이트에도 나오지 않습니다. 언어를 추가하거나 languageCodes에 적으세요.`,
  },
});

export const pushIsOff = (): Problem => ({
  code: 'push-is-off',
  severity: 'warning',
  message: {
    en: 'Nothing was pushed: git.push is "never". Set it to "manual" or "auto" in config/plugins.',
    ko: 'git.push가 "never"라 푸시하지 않았습니다. config/plugins에서 "manual"이나 "auto"로 바꾸세요.',
  },
});
