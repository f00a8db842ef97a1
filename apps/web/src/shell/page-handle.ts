/** Set as a route's `handle`: the page takes the whole window below the header, without a footer. */
export interface PageHandle {
  fill?: boolean;
}
