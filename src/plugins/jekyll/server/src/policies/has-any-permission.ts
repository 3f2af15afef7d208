import { policy } from '@strapi/utils';
import { z } from 'zod';

const configSchema = z.strictObject({ actions: z.array(z.string()).min(1) });

interface PolicyContext {
  readonly state: { readonly userAbility?: { can(action: string): boolean } };
}

/** Lets in who has one of the rights; `admin::hasPermissions` asks for all of them. */
export const hasAnyPermission = policy.createPolicy({
  name: 'plugin::jekyll.has-any-permission',
  validator: (config: unknown) => void configSchema.parse(config),
  handler({ state }: PolicyContext, config: unknown) {
    const { actions } = configSchema.parse(config);
    return actions.some((action) => state.userAbility?.can(action) === true);
  },
});
