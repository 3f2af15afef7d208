/** Where a page of a list stands; pages count from 1. */
export interface Pagination {
  readonly page: number;
  readonly pageSize: number;
  readonly pageCount: number;
  readonly total: number;
}

/** @param total entries of the whole list */
export const paginationOf = (
  { page, pageSize }: Pick<Pagination, 'page' | 'pageSize'>,
  total: number,
): Pagination => ({ page, pageSize, pageCount: Math.ceil(total / pageSize), total });
