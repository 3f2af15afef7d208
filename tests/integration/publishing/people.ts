import type { Core } from '@strapi/strapi';
import request from 'supertest';
import { ITEM, POST, REFERENCE } from './blog';

const PASSWORD = 'Correct-horse-7';
const EXPLORER = 'plugin::content-manager.explorer';
let counter = 0;

interface NewUser {
  roles: number[];
  preferedLanguage?: string;
}

/** An administrator's request maker: `as.post('/content-manager/…')`. */
export interface Person {
  get(path: string): request.Test;
  post(path: string): request.Test;
  put(path: string): request.Test;
  delete(path: string): request.Test;
}

const agent = (strapi: Core.Strapi, token: string): Person => {
  const call = (method: 'get' | 'post' | 'put' | 'delete') => (path: string) =>
    request(strapi.server.httpServer)[method](path).set('Authorization', `Bearer ${token}`);
  return { get: call('get'), post: call('post'), put: call('put'), delete: call('delete') };
};

async function signIn(strapi: Core.Strapi, user: NewUser): Promise<Person> {
  counter += 1;
  const email = `editor${counter}@example.com`;
  await strapi.service('admin::user').create({
    email,
    firstname: 'Editor',
    lastname: String(counter),
    password: PASSWORD,
    registrationToken: null,
    isActive: true,
    ...user,
  });
  const { body } = await request(strapi.server.httpServer)
    .post('/admin/login')
    .send({ email, password: PASSWORD });
  return agent(strapi, body.data.accessToken ?? body.data.token);
}

/** Somebody who may do everything. */
export async function superAdmin(strapi: Core.Strapi, preferedLanguage?: string): Promise<Person> {
  const role = await strapi.service('admin::role').getSuperAdmin();
  return signIn(strapi, { roles: [role.id], preferedLanguage });
}

/** What an editor of one role may do: actions of the content manager for each content type. */
export interface Rights {
  post?: string[];
  item?: string[];
  reference?: string[];
  locales?: string[];
  preferedLanguage?: string;
}

/** Somebody with these rights only. */
export async function editor(strapi: Core.Strapi, rights: Rights): Promise<Person> {
  counter += 1;
  const role = await strapi.service('admin::role').create({ name: `Role ${counter}` });
  const locales = rights.locales ?? ['ko', 'en'];
  const grant = (subject: string, action: string) => ({
    action: `${EXPLORER}.${action}`,
    subject,
    properties: {
      locales,
      ...(action === 'publish' || action === 'delete'
        ? {}
        : { fields: Object.keys(strapi.contentType(subject as typeof POST).attributes) }),
    },
    conditions: [],
  });
  await strapi
    .service('admin::role')
    .assignPermissions(role.id, [
      ...(rights.post ?? []).map((action) => grant(POST, action)),
      ...(rights.item ?? []).map((action) => grant(ITEM, action)),
      ...(rights.reference ?? []).map((action) => grant(REFERENCE, action)),
    ]);
  return signIn(strapi, { roles: [role.id], preferedLanguage: rights.preferedLanguage });
}

/** A program with a full-access token of the REST API. */
export async function apiClient(strapi: Core.Strapi): Promise<Person> {
  counter += 1;
  const token = await strapi.service('admin::api-token').create({
    name: `token ${counter}`,
    description: '',
    type: 'full-access',
    lifespan: null,
    permissions: null,
  });
  return agent(strapi, token.accessKey);
}
