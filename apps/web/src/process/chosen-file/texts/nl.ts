/** A file that somebody chose, and what is known of it. */
export const chosenFile = {
  tooLarge: 'Dit bestand is groter dan {{size}} MB en kan niet worden opgeslagen.',
  unreadable: 'De browser kon dit bestand niet lezen. Kies het opnieuw.',
  refused: 'Dit bestand kan niet worden gebruikt',
  read_one: 'Gelezen: {{count}} stap.',
  read_other: 'Gelezen: {{count}} stappen.',
  openSteps: 'Wat u nog over stappen moet weten:',
  warnings: 'Het kan worden gebruikt, maar let op:',
  moreWarnings_one: 'en nog {{count}} opmerking',
  moreWarnings_other: 'en nog {{count}} opmerkingen',
};

declare module '../../../texts.js' {
  interface Namespaces {
    chosenFile: typeof chosenFile;
  }
}
