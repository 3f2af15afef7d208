import citation from '../../../../../components/trend-item/citation.json';
import section from '../../../../../components/post/section.json';
import post from '../../../../../api/post/content-types/post/schema.json';
import reference from '../../../../../api/reference/content-types/reference/schema.json';
import trendItem from '../../../../../api/trend-item/content-types/trend-item/schema.json';

/** A file of a Strapi project; `path` is relative to it, `/` between its parts. */
export interface ProjectFile {
  readonly path: string;
  readonly text: string;
}

const TYPES = { post, reference, 'trend-item': trendItem };
const COMPONENTS = { 'post/section': section, 'trend-item/citation': citation };

const FACTORIES = { controllers: 'Controller', routes: 'Router', services: 'Service' } as const;

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/**
 * The content types of this repository as files of another Strapi project, with the controllers,
 * routes and services that Strapi's own generator writes for a type.
 *
 * @param typescript whether the project is written in TypeScript
 */
export function contentModel(typescript: boolean): ProjectFile[] {
  const types = Object.entries(TYPES).flatMap(([name, schema]) => {
    const folder = `src/api/${name}`;
    const uid = `api::${name}.${name}`;
    const code = Object.entries(FACTORIES).map(([part, kind]) => ({
      path: `${folder}/${part}/${name}.${typescript ? 'ts' : 'js'}`,
      text: typescript ? typescriptOf(kind, uid) : javascriptOf(kind, uid),
    }));
    return [{ path: `${folder}/content-types/${name}/schema.json`, text: json(schema) }, ...code];
  });
  const components = Object.entries(COMPONENTS).map(([name, schema]) => ({
    path: `src/components/${name}.json`,
    text: json(schema),
  }));
  return [...types, ...components];
}

const typescriptOf = (kind: string, uid: string): string =>
  `import { factories } from '@strapi/strapi';\n\nexport default factories.createCore${kind}('${uid}');\n`;

const javascriptOf = (kind: string, uid: string): string =>
  `'use strict';\n\nconst { factories } = require('@strapi/strapi');\n\nmodule.exports = factories.createCore${kind}('${uid}');\n`;
