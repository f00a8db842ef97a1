export const merging = {
  reading: 'Er wordt gekeken of de twee tekeningen samengaan…',
  impossible: 'Samenvoegen kan hier niet: de twee tekeningen kunnen niet naast elkaar worden gelegd.',
  failed:
    'Het samenvoegen is niet gelukt: {{message}} Er is niets verloren: uw werk staat nog op het scherm en is bewaard als concept.',
  together: 'Uw wijzigingen en die van {{who}} gaan samen: ze raken elkaar niet.',
  comesAlong: 'Dit komt mee van {{who}}:',
  onlyLayout: 'Van {{who}} komt alleen mee wat in de tekening is verschoven.',
  more_one: 'en nog {{count}} wijziging',
  more_other: 'en nog {{count}} wijzigingen',
  merge: 'Samenvoegen en opslaan',
  mergeBusy: 'Bezig met samenvoegen…',
  clash_one:
    'Op {{count}} punt willen u en {{who}} niet hetzelfde. Kies wat het wordt; al het andere gaat vanzelf samen.',
  clash_other:
    'Op {{count}} punten willen u en {{who}} niet hetzelfde. Kies per punt wat het wordt; al het andere gaat vanzelf samen.',
  clashAnew:
    'Er is intussen wéér opgeslagen. Uw keuzes zijn bewaard waar ze nog passen; bekijk de rest opnieuw.',
  left_one: 'Kies nog bij {{count}} punt.',
  left_other: 'Kies nog bij {{count}} punten.',
  chooseThis: 'Kies wat dit wordt.',
  allMine: 'Overal mijn wijziging',
  allTheirs: 'Overal die van {{who}}',
  mine: 'Uw wijziging: {{value}}',
  theirs: 'Van {{who}}: {{value}}',
  was: 'Was: {{value}}',
  mineTitle: 'Uw tekening',
  theirsTitle: 'Van {{who}}',
  mineName: 'Tekening zoals u hem wilt opslaan',
  theirsName: 'Tekening zoals {{who}} hem opsloeg',
  theOther: 'de ander',
  and: '{{one}} en {{other}}',
  otherwise: 'Niet samenvoegen',
  about: '{{number}}. {{subject}}: {{property}}',
  aboutRemoved: '{{number}}. {{subject}}: weg of blijft?',
  aboutAdded: '{{number}}. {{subject}}: door allebei nieuw gemaakt',
  value: {
    removed: 'weghalen',
    kept: 'laten staan, als {{value}}',
    nothing: 'niets ingevuld',
    asDrawnMine: 'zoals in uw tekening',
    asDrawnTheirs: 'zoals in de tekening van {{who}}',
  },
  property: {
    lane: 'de baan',
    source: 'waar de pijl begint',
    target: 'waar de pijl heen leidt',
    type: 'wat voor stap het is',
    loop: 'de herhaling',
    eventDefinition: 'wat er gebeurt',
    documentation: 'de toelichting',
    text: 'de tekst',
    default: 'de weg als niets anders geldt',
    order: 'de volgorde',
    position: 'de plaats in de tekening',
    size: 'de grootte',
    label: 'de plaats van de naam',
    waypoints: 'de loop in de tekening',
    participant: 'bij wie dit hoort',
    subProcess: 'het deelproces waarin dit staat',
  } as Record<string, string>,
  merged: 'Samengevoegd met het werk van {{who}} en opgeslagen als versie {{version}}.',
  mergedAlong: 'Meegekomen:',
  see: 'Bekijk wat er anders is',
};

declare module '../../../texts.js' {
  interface Namespaces {
    merging: typeof merging;
  }
}
