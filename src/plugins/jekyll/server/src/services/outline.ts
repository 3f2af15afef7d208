import type { Core } from '@strapi/strapi';
import { discardItems, leftItems } from '../../../outline/left-items';
import { type Author, makeItems } from '../../../outline/make-items';
import type { ItemRow } from '../../../outline/item-info';
import { readOutline } from '../../../outline/read-outline';
import { type ReadFilter, searchItems } from '../../../outline/search-items';
import type {
  ItemSearchRequest,
  LeftItemsRequest,
  NewItemsRequest,
  OutlineRequest,
} from '../../../contracts/outline';

export const createOutlineService = ({ strapi }: { strapi: Core.Strapi }) => ({
  read: (request: OutlineRequest, mayRead: (item: ItemRow) => boolean) =>
    readOutline(strapi, request, mayRead),
  search: (request: ItemSearchRequest, readable: ReadFilter) =>
    searchItems(strapi, request, readable),
  make: (request: NewItemsRequest, author: Author) => makeItems(strapi, request, author),
  left: (request: LeftItemsRequest, user: number, mayDelete: (item: object) => boolean) =>
    leftItems(strapi, request, user, mayDelete),
  discard: (request: LeftItemsRequest, user: number, mayDelete: (item: object) => boolean) =>
    discardItems(strapi, request, user, mayDelete),
});

export type OutlineService = ReturnType<typeof createOutlineService>;
