import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readPost } from '../../../src/plugins/jekyll/core/post';
import { appDir } from '../../helpers/environment';

/** A post file of the sample: its text and the name that it has in its own blog. */
interface Model {
  readonly slug: string;
  readonly text: string;
}

/** A file of a blog that stands on the disk, relative to it. */
export interface SampleFile {
  readonly path: string;
  readonly text: string;
}

/** Every fifth post is a survey, a little more than in the blogs that we know. */
const SURVEY_EVERY = 5;
const POST_NAME = /^\d{4}-\d{1,2}-\d{1,2}-(.+)\.(?:md|markdown)$/;

/** Writes posts like those of a real blog: copies of models, each with a name and sources of its own. */
export class SampleBlog {
  readonly #models: readonly Model[];
  #written = 0;

  /** @param source folder whose posts are the models; without one, those of the example blog */
  constructor(
    readonly dir: string,
    source: string | null,
  ) {
    this.#models = source === null ? mixedModels() : modelsIn(source);
  }

  /** Writes the next files into a folder of the blog. */
  async write(folder: string, count: number): Promise<SampleFile[]> {
    const files: SampleFile[] = [];
    for (let index = 0; index < count; index++) files.push(this.#next(folder));
    for (const file of files) {
      const at = path.join(this.dir, file.path);
      await mkdir(path.dirname(at), { recursive: true });
      await writeFile(at, file.text);
    }
    return files;
  }

  #next(folder: string): SampleFile {
    const number = this.#written++;
    const model = this.#models[number % this.#models.length];
    if (!model) throw new Error('There is no post to make copies of.');
    const day = new Date(Date.UTC(2015, 0, 1 + number)).toISOString().slice(0, 10);
    return {
      path: `${folder}/${day}-${model.slug}-${number}.md`,
      text: withOwnSources(model.text, number),
    };
  }
}

/** Most sources of a new post are cited for the first time: three of four get an address of their own. */
function withOwnSources(text: string, number: number): string {
  let seen = 0;
  return text.replace(/\]\((https?:\/\/[^\s)]+)\)/g, (link, url: string) =>
    seen++ % 4 === 3 ? link : `](${url}${url.includes('?') ? '&' : '?'}copy=${number})`,
  );
}

function modelsIn(source: string): Model[] {
  return readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.includes('_posts'))
    .sort()
    .flatMap((file) => {
      const slug = POST_NAME.exec(path.basename(file))?.[1];
      return slug === undefined
        ? []
        : [{ slug, text: readFileSync(path.join(source, file), 'utf8') }];
    });
}

/** Plain posts of several lengths, and surveys among them. */
function mixedModels(): Model[] {
  const own = modelsIn(path.join(appDir, 'examples', 'blog'));
  const isSurvey = ({ slug, text }: Model): boolean =>
    readPost(text, `2015-01-01-${slug}.md`, 'UTC').kind === 'survey';
  const surveys = own.filter((model) => isSurvey(model) && !/^lang:/m.test(model.text));
  const plain = own
    .filter((model) => !isSurvey(model))
    .flatMap(({ slug, text }) =>
      [1, 0.5, 0.2, 0.8].map((share) => ({ slug, text: text.slice(0, text.length * share) })),
    );
  return plain.flatMap((model, index) => {
    const survey = surveys[Math.floor(index / (SURVEY_EVERY - 1)) % surveys.length];
    return survey && index % (SURVEY_EVERY - 1) === 0 ? [survey, model] : [model];
  });
}
