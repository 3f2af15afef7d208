import path from 'node:path';
import { onPostgres, POSTGRES } from './postgres';

export const appDir = path.resolve(__dirname, '..', '..');
/** A migrated, empty database with both locales: copied for each test file. */
export const goldenDatabase = path.join(appDir, '.tmp', 'test', 'golden.db');

/** Environment of a Strapi under test. Secrets are made up: they protect nothing. */
export function testEnvironment(databaseFile: string): Record<string, string> {
  return {
    NODE_ENV: 'test',
    APP_KEYS: 'test-key-a,test-key-b',
    API_TOKEN_SALT: 'test-api-token-salt',
    ADMIN_JWT_SECRET: 'test-admin-jwt-secret',
    TRANSFER_TOKEN_SALT: 'test-transfer-token-salt',
    JWT_SECRET: 'test-jwt-secret',
    ENCRYPTION_KEY: 'test-encryption-key-of-32-bytes!',
    STRAPI_TELEMETRY_DISABLED: 'true',
    STRAPI_DISABLE_EE: 'true',
    ...(onPostgres
      ? { ...POSTGRES, DATABASE_NAME: databaseFile }
      : { DATABASE_CLIENT: 'sqlite', DATABASE_FILENAME: databaseFile }),
  };
}
