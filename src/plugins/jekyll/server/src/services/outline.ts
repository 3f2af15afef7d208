import type { Core } from '@strapi/strapi';
import { type Author, makeItems } from '../../../outline/make-items';
import type { ItemRow } from '../../../outline/item-info';
import { readOutline } from '../../../outline/read-outline';
import { type ReadFilter, searchItems } from '../../../outline/search-items';
import type {
  ItemSearchRequest,
  NewItemsRequest,
  OutlineRequest,
} from '../../../contracts/outline';

export const createOutlineService = ({ strapi }: { strapi: Core.Strapi }) => ({
  read: (request: OutlineRequest, mayRead: (item: ItemRow) => boolean) =>
    readOutline(strapi, request, mayRead),
  search: (request: ItemSearchRequest, readable: ReadFilter) =>
    searchItems(strapi, request, readable),
  make: (request: NewItemsRequest, author: Author) => makeItems(strapi, request, author),
});

export type OutlineService = ReturnType<typeof createOutlineService>;
