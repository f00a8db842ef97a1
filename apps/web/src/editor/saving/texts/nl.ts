export const saving = {
  save: 'Opslaan',
  saving: 'Bezig met opslaan…',
  note: 'Opmerking bij deze versie (mag leeg)',
  noteHelp: 'Wat is er veranderd, en waarom? Staat straks in de geschiedenis.',
  saveWithNote: 'Opslaan met opmerking',
  saved: 'Opgeslagen als versie {{version}}.',
  nothingChanged: 'Er is niets gewijzigd sinds versie {{version}}; er is geen nieuwe versie gemaakt.',
  unsaved: 'Niet opgeslagen',
  unsavedKept: 'Niet opgeslagen (bewaard in deze browser)',
  unsavedNotKept: 'Niet opgeslagen, en deze browser bewaart geen kopie: sla op voordat u weggaat.',
  allSaved: 'Opgeslagen',
  network:
    'De dienst is niet bereikbaar. Er is niets verloren: uw werk staat nog op het scherm en is bewaard in deze browser.',
  networkNotKept:
    'De dienst is niet bereikbaar. Uw werk staat nog op het scherm: laat deze pagina open tot het opslaan lukt.',
  retry: 'Opnieuw proberen',
  refused: 'De tekening is niet opgeslagen: {{message}}',
  draftFound: 'Er is niet-opgeslagen werk van {{when}}.',
  draftBehind:
    'Sindsdien is er een andere tekening opgeslagen. U kunt verder werken en bij het opslaan kiezen.',
  draftUnkept: 'Deze browser bewaart het niet: download het voordat u weggaat.',
  draftNotNow:
    'U kunt dit proces niet wijzigen. Het werk blijft bewaard in deze browser; u kunt het downloaden.',
  continueDraft: 'Verder werken',
  discardDraft: 'Weggooien',
  discardSure: 'Dit werk van {{when}} voorgoed weggooien?',
  downloadDraft: 'Downloaden',
  /** In the name of a file. */
  unsavedFile: 'concept op v{{version}}',
  screenFile: 'scherm',
  conflictTitle: 'Iemand heeft intussen opgeslagen',
  conflictTitleOwn: 'U hebt intussen in een ander venster opgeslagen',
  conflictIntro:
    'Er is niets overschreven. Uw werk staat nog op het scherm en is bewaard als concept. Dit is er intussen opgeslagen:',
  conflictNoList: 'De tekening is intussen gewijzigd; de nieuwste versie is {{version}}.',
  conflictItem: 'versie {{version}}, {{when}}: {{actor}}',
  conflictItemNote: 'versie {{version}}, {{when}}: {{actor}}, “{{note}}”',
  lookAtTheirs: 'Bekijk versie {{version}} (nieuw tabblad)',
  downloadMine: 'Mijn tekening downloaden',
  saveOnTop: 'Mijn tekening als nieuwste versie opslaan',
  saveOnTopSure:
    'Ik weet dat de nieuwste versie dan mijn tekening is. De andere tekening blijft in de geschiedenis staan.',
  saveOnTopConfirm: 'Ja, opslaan als nieuwste versie',
  takeTheirs: 'De andere tekening openen, de mijne bewaren als concept',
  decideLater: 'Later beslissen',
  takeTheirsFailed: 'De andere tekening kon niet worden geladen. Er is niets veranderd; probeer het opnieuw.',
  lossTitle: 'Bij het opslaan gaat iets verloren',
  lossIntro:
    'Dit bestand is in een ander programma gemaakt. De editor kan een deel ervan niet terugschrijven. Versie {{version}} blijft zoals die is en is altijd terug te halen. In de nieuwe versie ontbreekt:',
  lossMore_one: 'en nog {{count}} ander onderdeel',
  lossMore_other: 'en nog {{count}} andere onderdelen',
  lossSave: 'Toch opslaan',
  newerDrawing:
    'Er is een nieuwere tekening: versie {{version}}, opgeslagen door {{actor}}. Uw niet-opgeslagen werk blijft staan; bij het opslaan kiest u wat er gebeurt.',
  newerDrawingOwn:
    'Er is een nieuwere tekening: versie {{version}}. Uw niet-opgeslagen werk blijft staan; bij het opslaan kiest u wat er gebeurt.',
  news: '{{actor}} heeft zojuist versie {{version}} gemaakt ({{what}}). U ziet die nu.',
  newsWaits:
    '{{actor}} heeft zojuist versie {{version}} gemaakt ({{what}}). U ziet die zodra u klaar bent met wat u nu doet.',
  event: {
    ProcessRegistered: 'proces aangemaakt',
    ProcessRenamed: 'nieuwe naam',
    ProcessRetired: 'proces buiten gebruik gesteld',
    ProcessOwnerNamed: 'procesverantwoordelijke benoemd',
    DiagramSaved: 'tekening opgeslagen',
    DiagramMerged: 'tekeningen samengevoegd',
    KnipDecided: 'knip besloten',
    KnipWithdrawn: 'knip ingetrokken',
    ChannelsPrioritised: 'kanaalprioriteit vastgelegd',
    HandoverAgreed: 'overdrachtsmoment afgesproken',
    DataRequestsRecorded: 'gegevensuitvraag vastgelegd',
    DecisionEnded: 'besluit beëindigd',
    StepBound: 'wettelijke binding vastgelegd',
    BindingLifted: 'wettelijke binding opgeheven',
    MilestoneNamed: 'versie vastgesteld',
  },
};

declare module '../../../texts.js' {
  interface Namespaces {
    saving: typeof saving;
  }
}
