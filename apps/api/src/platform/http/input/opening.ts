/** Until it is done people may read what is there already, but not write. */
export class Opening {
  done = false;
}
