/** The command around every command of a person's: all it brings with it is inside. */
export const WHOLE_COMMAND = 'knip.wholeCommand';
