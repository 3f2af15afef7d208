import {
  type Context,
  type Emitter,
  Liquid,
  Output,
  type Tag,
  type TagToken,
  type Template,
  type TopLevelToken,
} from 'liquidjs';
import type { Problem } from '../../core/problem';
import * as problems from '../problems';
import { escapeHtml } from '../render/html-pieces';
import { type Argument, readArguments, type TagArguments } from './arguments';
import { embedOf } from './embeds';
import { jekyllFilters } from './filters';

export interface LiquidContext {
  /** `site` and `page`, plain values only. */
  readonly scope: Readonly<Record<string, unknown>>;
  readonly url: string;
  readonly baseurl: string;
  markdownify(markdown: string): string;
  /** Text of an include of the blog; null where it has none. */
  readInclude(name: string): Promise<string | null>;
  /** Address of the post that `{% post_url %}` names; null where there is none. */
  addressOf(post: string): Promise<string | null>;
}

export interface LiquidResult {
  readonly text: string;
  readonly problems: readonly Problem[];
}

/** What Liquid 4 and Jekyll don't have, and liquidjs does. */
const NOT_IN_JEKYLL = ['render', 'layout', 'block', 'liquid', 'echo', '#'];
const DEPTH = 5;
/** Work that one post may cause: characters, milliseconds, objects. */
const LIMITS = { parseLimit: 2_000_000, renderLimit: 300, memoryLimit: 20_000_000 };
/** Tags of plugins that a preview names and passes over; more than these are a mistake anyway. */
const UNKNOWN_TAGS = 20;

/** The parser's own tag classes carry their line through the token. */
const lineOf = (token: TagToken | TopLevelToken): number => token.getPosition()[0] ?? 1;

/**
 * Evaluates a post's Liquid. There are no files but the blog's includes, no prototypes, and limits
 * on time and memory. What Jekyll would stop at is a problem here, and the rest of the post shows.
 */
export async function renderLiquid(source: string, context: LiquidContext): Promise<LiquidResult> {
  if (!/\{[{%]/.test(source)) return { text: source, problems: [] };
  const found: Problem[] = [];
  const engine = createEngine(context, found);
  let template: Template[] | null = null;
  for (let left = UNKNOWN_TAGS; template === null; left -= 1) {
    try {
      template = engine.parse(source);
    } catch (error) {
      const { message, line } = describe(error);
      const unknown = /^tag "([^"]*)" not found/.exec(message)?.[1];
      if (unknown === undefined || left === 0) {
        return { text: source, problems: [problems.liquidSyntax(message, line)] };
      }
      registerUnknown(engine, unknown, found);
    }
  }
  for (const output of template) noteEmpty(output, source, found);
  try {
    const text = String(await engine.render(template, context.scope));
    return { text, problems: found };
  } catch (error) {
    const { message, line } = describe(error);
    const limit = /limit exceeded/.test(message);
    const problem = limit ? problems.liquidTooMuch() : problems.liquidSyntax(message, line);
    return { text: source, problems: [...found, problem] };
  }
}

function describe(error: unknown): { message: string; line: number | undefined } {
  const { message = String(error), token } = error as Error & { token?: TopLevelToken };
  const line = token?.getPosition?.()[0];
  return { message: message.replace(/, (?:file:.*, )?line:\d+, col:\d+$/, ''), line };
}

function createEngine(context: LiquidContext, found: Problem[]): Liquid {
  const engine = new Liquid({
    ...LIMITS,
    ownPropertyOnly: true,
    strictFilters: false,
    strictVariables: false,
    jekyllInclude: true,
    relativeReference: false,
    // No template of its own is ever read.
    templates: {},
  });
  for (const name of NOT_IN_JEKYLL) Reflect.deleteProperty(engine.tags, name);
  const filters = jekyllFilters(context, (text) => context.markdownify(text));
  for (const [name, filter] of Object.entries(filters)) engine.registerFilter(name, filter);
  registerInclude(engine, context, found);
  registerPostUrl(engine, context, found);
  registerHighlight(engine);
  return engine;
}

/** A tag of ours between parsing and rendering. */
type OwnTag = Tag & { parsed: TagArguments; line: number };

const valueOf = (argument: Argument | undefined, ctx: Context): unknown => {
  if (!argument) return '';
  if ('text' in argument) return argument.text;
  if (/^-?\d+(?:\.\d+)?$/.test(argument.variable)) return Number(argument.variable);
  if (argument.variable === 'true' || argument.variable === 'false') {
    return argument.variable === 'true';
  }
  return ctx.getSync(argument.variable.split('.'));
};

function registerInclude(engine: Liquid, context: LiquidContext, found: Problem[]): void {
  const include = {
    parse(this: OwnTag, token: TagToken) {
      this.parsed = readArguments(token.args);
      this.line = lineOf(token);
    },
    *render(this: OwnTag, ctx: Context): Generator<unknown, string, unknown> {
      const { subject, named } = this.parsed;
      const value = (name: string): string => String(valueOf(named.get(name), ctx) ?? '');
      const embedded = embedOf(subject, value);
      if (embedded !== null) return embedded;
      const depth = Number(ctx.getSync(['__depth']) ?? 0) + 1;
      const text = depth > DEPTH ? null : ((yield context.readInclude(subject)) as string | null);
      if (text === null) {
        found.push(problems.missingInclude(subject, this.line));
        return notice(`include ${subject}`);
      }
      const values = Object.fromEntries(
        [...named].map(([name, argument]) => [name, valueOf(argument, ctx)]),
      );
      ctx.push({ include: values, __depth: depth });
      try {
        const inner = engine.parse(text);
        return (yield engine.renderer.renderTemplates(inner, ctx)) as string;
      } catch (error) {
        found.push(problems.liquidSyntax(`${subject}: ${describe(error).message}`, this.line));
        return notice(`include ${subject}`);
      } finally {
        ctx.pop();
      }
    },
  };
  engine.registerTag('include', include as never);
  engine.registerTag('include_cached', include as never);
}

function registerPostUrl(engine: Liquid, context: LiquidContext, found: Problem[]): void {
  const tag = {
    parse(this: OwnTag, token: TagToken) {
      this.parsed = readArguments(token.args);
      this.line = lineOf(token);
    },
    *render(this: OwnTag): Generator<unknown, string, unknown> {
      const { subject } = this.parsed;
      const address = (yield context.addressOf(subject)) as string | null;
      if (address === null) found.push(problems.missingPost(subject, this.line));
      return address === null ? '#' : context.baseurl + encodeURI(address);
    },
  };
  engine.registerTag('post_url', tag as never);
  engine.registerTag('link', {
    parse(this: OwnTag, token: TagToken) {
      this.parsed = readArguments(token.args);
    },
    render(this: OwnTag): string {
      return `${context.baseurl}/${encodeURI(this.parsed.subject)}`;
    },
  } as never);
}

/** `{% highlight ruby %}` as the block of code that Jekyll makes of it. */
function registerHighlight(engine: Liquid): void {
  engine.registerTag('highlight', {
    parse(this: OwnTag & { code: string }, token: TagToken, rest: TopLevelToken[]) {
      this.parsed = readArguments(token.args);
      const pieces: string[] = [];
      while (rest.length > 0) {
        const next = rest.shift() as TopLevelToken & { name?: string };
        if (next.name === 'endhighlight') {
          this.code = pieces.join('').replace(/^\n/, '');
          return;
        }
        pieces.push(next.getText());
      }
      throw new Error('tag "highlight" is not closed');
    },
    render(this: OwnTag & { code: string }): string {
      const code = escapeHtml(this.code);
      const language = escapeHtml(this.parsed.subject);
      return `<pre><code class="language-${language}">${code}</code></pre>`;
    },
  } as never);
}

/** A tag that only a plugin of the blog knows is named in its place. */
function registerUnknown(engine: Liquid, name: string, found: Problem[]): void {
  let known = false;
  engine.registerTag(name, {
    parse(this: OwnTag, token: TagToken) {
      if (!known) found.push(problems.unknownTag(name, lineOf(token)));
      known = true;
    },
    render(_ctx: Context, emitter: Emitter) {
      emitter.write(notice(`{% ${name} %}`));
    },
  } as never);
}

const notice = (text: string): string =>
  `<span class="preview-problem">${escapeHtml(text).replaceAll('{', '&#123;').replaceAll('%', '&#37;')}</span>`;

/** Outputs of a plain name that nothing defines print nothing: on purpose hardly ever (N2). */
function noteEmpty(template: Template, source: string, found: Problem[]): void {
  if (!(template instanceof Output)) return;
  const text = template.token.getText();
  const name = /^\{\{-?\s*([\w-]+)/.exec(text)?.[1] ?? '';
  if (['site', 'page', 'content', 'layout', 'include', 'forloop', 'jekyll'].includes(name)) return;
  if (new RegExp(`\\b(?:assign|capture|for|increment|decrement)\\s+${name}\\b`).test(source))
    return;
  if (/^\{\{-?\s*["'\d]/.test(text)) return;
  found.push(problems.emptyOutput(text, lineOf(template.token)));
}
