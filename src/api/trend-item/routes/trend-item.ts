import { factories } from '@strapi/strapi';

export default factories.createCoreRouter('api::trend-item.trend-item');
