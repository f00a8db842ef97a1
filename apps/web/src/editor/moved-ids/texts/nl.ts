export const movedIds = {
  title: 'Wat gebeurt er met de besluiten?',
  intro:
    'In deze tekening hebben stappen een ander id gekregen; tekenprogramma’s doen dat soms vanzelf. Daardoor staan ids waar besluiten bij horen nu bij andere stappen. Er is nog niets opgeslagen.',
  list: 'Besluiten waarvan het id nu bij iets anders staat',
  unnamed: 'zonder naam',
  stillThere: 'Staat nog in de tekening.',
  renamed: 'Staat nog in de tekening, en heet nu {{name}}.',
  gone: 'Staat niet meer in de tekening.',
  nowOf: 'Het oude id is nu van {{name}}.',
  nowOfNobody: 'Het oude id is nu van geen enkele stap.',
  id: 'id {{id}}',
  idBecame: 'id was {{id}}, is nu {{wentTo}}',
  forAll: 'Uw keuze geldt voor al deze besluiten.',
  follow: 'De besluiten gaan mee met hun stap',
  followHelp: 'Aanbevolen. Elk besluit blijft bij de stap waarover het ging.',
  followGone_one:
    '{{count}} besluit gaat over iets dat niet meer in de tekening staat: dat besluit eindigt, en blijft in de geschiedenis staan.',
  followGone_other:
    '{{count}} besluiten gaan over iets dat niet meer in de tekening staat: die besluiten eindigen, en blijven in de geschiedenis staan.',
  keep: 'De besluiten blijven bij hun id',
  keepHelp: 'Elk besluit geldt dan voor de stap die dat id nu heeft.',
  back: 'Terug naar de tekening',
  backHelp: 'Er wordt niets opgeslagen. Uw werk blijft staan.',
  wentAlong_one: '{{count}} besluit ging mee met zijn stap.',
  wentAlong_other: '{{count}} besluiten gingen mee met hun stap.',
  endedGone: 'Beëindigd, want dit staat niet meer in de tekening:',
  endedReplaced: 'Beëindigd, want de stap heeft zelf al een ander besluit:',
  ended: '{{decision}} van {{element}}',
};

declare module '../../../texts.js' {
  interface Namespaces {
    movedIds: typeof movedIds;
  }
}
