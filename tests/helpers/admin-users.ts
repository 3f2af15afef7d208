import type { Core } from '@strapi/strapi';
import request from 'supertest';

const PASSWORD = 'Correct-horse-7';

/** What a role may do: an action on a content type, for some fields and locales. */
export interface Grant {
  readonly action: string;
  readonly subject: string | null;
  readonly properties?: { readonly fields?: string[]; readonly locales?: string[] };
  readonly conditions?: string[];
}

/**
 * Makes an admin user with a role of its own and logs in. Without grants the role may do nothing;
 * `'super-admin'` may do everything.
 *
 * @returns The value of an `Authorization` header.
 */
export async function loginAs(
  strapi: Core.Strapi,
  name: string,
  grants: readonly Grant[] | 'super-admin' = [],
): Promise<string> {
  const roles = strapi.service('admin::role');
  const email = `${name}@example.com`;
  let role: { id: number };
  if (grants === 'super-admin') {
    role = await roles.getSuperAdmin();
  } else {
    role = await roles.create({ name, description: 'made by a test' });
    const permissions = grants.map((grant) => ({ properties: {}, conditions: [], ...grant }));
    await roles.assignPermissions(role.id, permissions);
  }
  await strapi.service('admin::user').create({
    email,
    firstname: name,
    password: PASSWORD,
    isActive: true,
    registrationToken: null,
    roles: [role.id],
  });
  const answer = await request(strapi.server.httpServer)
    .post('/admin/login')
    .send({ email, password: PASSWORD })
    .expect(200);
  return `Bearer ${answer.body.data.token}`;
}
