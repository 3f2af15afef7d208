import type { Problem } from '../core/problem';

const warning = (code: string, en: string, ko: string, line?: number): Problem => ({
  code,
  severity: 'warning',
  message: { en, ko },
  ...(line === undefined ? {} : { line }),
});
const error = (code: string, en: string, ko: string, line?: number): Problem => ({
  ...warning(code, en, ko, line),
  severity: 'error',
});

/** Cut for a message: nobody reads more, and a post may hold anything. */
const short = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text);

export const unknownTag = (name: string, line: number): Problem =>
  error(
    'liquid-unknown-tag',
    `Jekyll itself knows no Liquid tag "{% ${short(name)} %}". Unless a plugin of the blog adds it, the page cannot be built: correct it, or put {% raw %} around it.`,
    `Jekyll에는 "{% ${short(name)} %}"라는 Liquid 태그가 없습니다. 블로그의 플러그인이 더하는 태그가 아니면 페이지를 만들 수 없습니다. 고치거나 {% raw %}로 감싸세요.`,
    line,
  );

export const liquidSyntax = (message: string, line: number | undefined): Problem =>
  error(
    'liquid-syntax',
    `Liquid cannot read the post, and is shown as it stands: ${short(message)}. Correct it, put {% raw %} around it, or say render_with_liquid: false.`,
    `Liquid로 읽을 수 없어 쓴 그대로 보여 줍니다: ${short(message)}. 고치거나, {% raw %}로 감싸거나, render_with_liquid: false를 넣으세요.`,
    line,
  );

export const liquidTooMuch = (): Problem =>
  error(
    'liquid-limit',
    'The Liquid of this post does too much work for a preview, and is shown as it stands.',
    '이 글의 Liquid가 미리보기에서 처리하기에는 일이 너무 많아 쓴 그대로 보여 줍니다.',
  );

export const emptyOutput = (source: string, line: number): Problem =>
  warning(
    'liquid-empty',
    `"${short(source)}" is Liquid and prints nothing: the text is missing on the page. If it is meant as text, put {% raw %} around it or say render_with_liquid: false.`,
    `"${short(source)}"는 Liquid로 읽혀 아무것도 출력하지 않습니다. 페이지에서 이 글자가 사라집니다. 글자 그대로 쓰려면 {% raw %}로 감싸거나 render_with_liquid: false를 넣으세요.`,
    line,
  );

export const missingInclude = (name: string, line: number): Problem =>
  error(
    'include-missing',
    `The blog has no include "${short(name)}" in _includes. A theme's own include is not known to the preview; the true preview has it.`,
    `블로그의 _includes에 "${short(name)}"이(가) 없습니다. 테마가 가진 include는 실제 미리보기에서 볼 수 있습니다.`,
    line,
  );

export const missingPost = (name: string, line: number): Problem =>
  error(
    'post-url-missing',
    `{% post_url ${short(name)} %} names no post of the blog: Jekyll stops at it.`,
    `{% post_url ${short(name)} %}에 해당하는 글이 블로그에 없습니다. Jekyll이 여기서 멈춥니다.`,
    line,
  );

export const missingImage = (address: string): Problem =>
  warning(
    'image-missing',
    `Neither the blog nor the media library has the image ${short(address)}. Check its name, or pick it again.`,
    `블로그에도 미디어 라이브러리에도 ${short(address)} 이미지가 없습니다. 이름을 확인하거나 다시 고르세요.`,
  );

export const badMath = (tex: string, message: string): Problem =>
  warning(
    'math-error',
    `A formula cannot be set: ${short(tex)} (${short(message)})`,
    `수식을 조판할 수 없습니다: ${short(tex)} (${short(message)})`,
  );

export const mathOff = (): Problem =>
  warning(
    'math-off',
    'The post holds formulas, but “math” is off: the theme shows their source. Turn it on.',
    '글에 수식이 있지만 "math"가 꺼져 있어 테마가 수식의 원문을 보여 줍니다. 켜세요.',
  );

export const mermaidOff = (): Problem =>
  warning(
    'mermaid-off',
    'The post holds a mermaid diagram, but “mermaid” is off: the theme shows its source. Turn it on.',
    '글에 mermaid 다이어그램이 있지만 "mermaid"가 꺼져 있어 테마가 원문을 보여 줍니다. 켜세요.',
  );

export const scriptLeftOut = (): Problem =>
  warning(
    'script-left-out',
    'The post holds scripts or event handlers. The blog would run them; the preview never does.',
    '글에 스크립트나 이벤트 처리기가 있습니다. 블로그에서는 실행되지만 미리보기에서는 실행하지 않습니다.',
  );

export const notReadable = (): Problem =>
  warning(
    'not-permitted',
    'Some items or fields are left out, because you may not read them.',
    '읽을 권한이 없는 항목이나 필드는 빠져 있습니다.',
  );

export const notWritable = (messages: readonly Problem[]): Problem =>
  error(
    'not-writable',
    `The post cannot be written as a file, so it is shown as it was last saved in the blog or without front matter: ${messages.map(({ message }) => message.en).join(' ')}`,
    `글을 파일로 쓸 수 없어 머리말 없이 보여 줍니다: ${messages.map(({ message }) => message.ko).join(' ')}`,
  );

export const kramdownWarning = (code: string, message: string, line?: number): Problem =>
  warning(`kramdown-${code}`, `kramdown: ${short(message)}`, `kramdown: ${short(message)}`, line);
