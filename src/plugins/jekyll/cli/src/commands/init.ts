import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Command } from 'commander';
import { PLUGIN_SETTINGS, pluginsFile } from '../init/configuration';
import { contentModel } from '../init/model';
import { planFiles, writeMissing } from '../init/write-files';
import { inLanguage } from '../language';
import { type RunLocally, STATUS } from '../run';
import { UsageError } from '../usage-error';

interface Options {
  readonly dryRun?: boolean;
}

const CONFIGURATIONS = ['ts', 'js', 'mjs', 'json'].map((end) => `config/plugins.${end}`);

export function addInit(program: Command, run: RunLocally): void {
  program
    .command('init')
    .description('write the content types and a configuration into a Strapi project')
    .option('--dry-run', 'say what would be written and write nothing')
    .action((options: Options) =>
      run(async ({ appDir, output }) => {
        if (!existsSync(path.join(appDir, 'package.json'))) {
          throw new UsageError(`${appDir} is no Strapi project: it has no package.json.`);
        }
        const typescript = existsSync(path.join(appDir, 'tsconfig.json'));
        const configuration = CONFIGURATIONS.find((file) => existsSync(path.join(appDir, file)));
        const files = await planFiles(appDir, [
          ...contentModel(typescript),
          ...(configuration === undefined ? [pluginsFile(typescript)] : []),
        ]);
        const differing = files.filter(({ action }) => action === 'differs');
        // Half a content model is worse than none.
        if (differing.length === 0 && options.dryRun !== true) await writeMissing(appDir, files);

        for (const { action, path: file } of files) output.line(`${action.padEnd(8)} ${file}`);
        if (differing.length > 0) output.error(inLanguage(inTheWay(differing.length)));
        else {
          if (configuration !== undefined) output.line(inLanguage(addSettings(configuration)));
          output.line(inLanguage(NEXT));
        }
        const report = {
          files: files.map(({ path: file, action }) => ({ path: file, action })),
          configuration: configuration ?? null,
        };
        return { report, status: differing.length > 0 ? STATUS.refused : STATUS.done };
      }),
    );
}

const inTheWay = (count: number) => ({
  en: `Nothing was written: ${count} of the files exist with another content ("differs"). Move them away, or give the types other names, and run init again.`,
  ko: `아무것도 쓰지 않았습니다. 파일 ${count}개가 다른 내용으로 이미 있습니다("differs"). 그 파일을 옮기거나 타입의 이름을 바꾼 뒤 init을 다시 실행하세요.`,
});

const addSettings = (configuration: string) => ({
  en: `\n${configuration} stands as it was. Add to what it exports:\n\n${PLUGIN_SETTINGS}`,
  ko: `\n${configuration}은(는) 그대로 두었습니다. 내보내는 값에 다음을 더하세요.\n\n${PLUGIN_SETTINGS}`,
});

const NEXT = {
  en: 'Next: set STRAPI_PLUGIN_I18N_INIT_LOCALE_CODE=ko before the first start of a new project, or add the locales ko and en in Settings → Internationalization; then start Strapi and import a blog with "strapi-jekyll import <blog> --dry-run".',
  ko: '다음: 새 프로젝트라면 처음 시작하기 전에 STRAPI_PLUGIN_I18N_INIT_LOCALE_CODE=ko를 설정하거나, 설정 → 국제화에서 ko와 en 로케일을 추가하세요. 그다음 Strapi를 시작하고 "strapi-jekyll import <블로그> --dry-run"으로 블로그를 가져오세요.',
};
