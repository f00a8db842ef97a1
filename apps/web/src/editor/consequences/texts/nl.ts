export const consequences = {
  title: { change: 'Wilt u dit wijzigen?', file: 'Wilt u dit bestand openen?' },
  lapse: 'Over deze stappen is iets besloten. Die besluiten vervallen als u opslaat:',
  lapsing: '{{name}}: {{decisions}}',
  decision: {
    knip: 'knip',
    binding: 'wettelijke binding',
    channels: 'kanaalprioriteit',
    dataRequests: 'gegevensuitvraag',
    handover: 'afspraak over de overdracht naar deze stap',
    gone: 'een knip die al vervallen was en niet meer terugkomt',
  },
  lose: 'Deze stappen horen daarna bij geen kant meer:',
  losing: '{{name}}: was {{side}}',
  change: 'Deze stappen gaan naar de andere kant:',
  changing: '{{name}}: wordt {{side}}',
  apart: 'Deze stappen komen in een baan van de andere kant dan voor hen besloten is:',
  standingApart: '{{name}}: blijft {{side}}, in een baan van {{lane}}',
  more_one: 'en nog {{count}} stap',
  more_other: 'en nog {{count}} stappen',
  undoable: {
    change: 'U kunt dit later met Ongedaan maken terugnemen.',
    file: 'Er is niets vervallen zolang u het niet opslaat.',
  },
  goOn: { change: 'Toch wijzigen', file: 'Toch openen' },
  told_one: '“{{name}}” hoort nu bij {{side}}: de stap staat in een andere baan.',
  told_other:
    '“{{name}}” hoort nu bij {{side}}, en nog andere stappen wisselden van kant. Samen zijn het {{count}} stappen.',
};

declare module '../../../texts.js' {
  interface Namespaces {
    consequences: typeof consequences;
  }
}
