import type { Core } from '@strapi/strapi';
import {
  EXPORT_ACTION,
  IMPORT_ACTION,
  RESOLVE_ACTION,
  SEE_ACTION,
  SETTINGS_ACTION,
} from '../../../src/plugins/jekyll/contracts/rights';
import { CHECK_ACTION, IGNORE_CHECKS_ACTION } from '../../../src/plugins/jekyll/contracts/checks';
import { bootStrapi, type BootedStrapi } from '../../helpers/strapi';

let app: BootedStrapi;
beforeAll(async () => {
  app = await bootStrapi();
});
afterAll(() => app.close());

async function rightsOf(strapi: Core.Strapi, code: string): Promise<string[]> {
  const rows: { action: string; conditions: string[] }[] = await strapi.db
    .query('admin::permission')
    .findMany({ where: { role: { code }, action: { $startsWith: 'plugin::jekyll.' } } });
  return rows.map(({ action }) => action).sort();
}
const EDITOR = [CHECK_ACTION, EXPORT_ACTION, IMPORT_ACTION, RESOLVE_ACTION, SEE_ACTION];
const AUTHOR = [CHECK_ACTION, EXPORT_ACTION, SEE_ACTION];

describe('the rights of Strapi’s own roles', () => {
  it('are there from the first boot on, and those of a super admin are all', async () => {
    expect(await rightsOf(app.strapi, 'strapi-editor')).toEqual([...EDITOR].sort());
    expect(await rightsOf(app.strapi, 'strapi-author')).toEqual([...AUTHOR].sort());
    expect(await rightsOf(app.strapi, 'strapi-super-admin')).toEqual(
      [...EDITOR, SETTINGS_ACTION, IGNORE_CHECKS_ACTION].sort(),
    );
  });

  it('stay as an administrator has set them, also after a restart', async () => {
    const query = app.strapi.db.query('admin::permission');
    const [taken]: { id: number }[] = await query.findMany({
      where: { role: { code: 'strapi-editor' }, action: IMPORT_ACTION },
    });
    await app.strapi.service('admin::permission').deleteByIds([taken?.id]);
    await app.stop();
    app = await bootStrapi(app.databaseFile);
    const left = EDITOR.filter((action) => action !== IMPORT_ACTION).sort();
    expect(await rightsOf(app.strapi, 'strapi-editor')).toEqual(left);
    expect(await rightsOf(app.strapi, 'strapi-author')).toEqual([...AUTHOR].sort());
  });
});
