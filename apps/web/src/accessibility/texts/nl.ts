export const accessibility = {
  title: 'Toegankelijkheid',
  lead: 'Knipkaart wil door iedereen te gebruiken zijn, en richt zich op WCAG 2.2 niveau AA (EN 301 549). Dat lukt niet overal. Hier staat wat werkt, wat niet werkt en hoe dat is nagegaan.',
  works: {
    title: 'Wat werkt',
    items: [
      'Alles wat over een proces te beslissen is, kan met het toetsenbord en een schermlezer in de stappenlijst, naast de tekening: knips, rollen, kanalen, overdrachtsmomenten en gegevensuitvraag.',
      'In de stappenlijst kunt u ook stappen, keuzes (gateways) en gebeurtenissen toevoegen, hernoemen, naar een andere baan verplaatsen, verbinden en verwijderen, en zeggen aan welke kant een baan hoort. De tekening volgt vanzelf.',
      'Frontoffice en backoffice verschillen in kleur én in teken of patroon, zodat u ze ook in zwart-wit uit elkaar houdt. Wat nog niet is beslist, heeft een onderbroken rand.',
      'Bij het vergelijken staat elk verschil als zin in een lijst; u loopt ze met het toetsenbord langs en ze worden voorgelezen. In de tekening hebben ze een kleur, een teken, een lijnsoort en het nummer van de zin.',
      'Het overzicht, de geschiedenis en deze pagina’s passen op een scherm van 320 pixels breed en zijn te vergroten tot 400%.',
      'Bewegende onderdelen staan stil als u dat in uw systeem zo hebt ingesteld.',
    ],
  },
  limits: {
    title: 'Wat niet voor iedereen werkt',
    items: [
      'Vrij tekenen op het canvas kan alleen met een muis, pen of vinger. De tekenonderdelen van bpmn.io zijn met het toetsenbord niet te bereiken. Stappen en knips bewerkt u zonder muis in de stappenlijst.',
      'De plaats van vormen, de loop van pijlen, nieuwe banen en notities, en de soort van een bestaande keuze (gateway) of gebeurtenis kunt u alleen op het canvas wijzigen.',
      'De tekening zelf is een plaatje dat een schermlezer niet kan voorlezen. De stappenlijst is het tekstalternatief.',
      'Het canvas past niet op een smal scherm: dat is een tekening in twee richtingen, waarin u schuift en zoomt.',
      'Namen en redenen zijn door gebruikers geschreven. Of die duidelijk zijn, kan het programma niet bewaken.',
      'Het merkteken van bpmn.io rechtsonder in de tekening blijft zichtbaar: dat vraagt de licentie.',
    ],
  },
  tested: {
    title: 'Hoe het is nagegaan',
    items: [
      'Bij elke wijziging controleert een automatische test elke pagina met axe, op WCAG 2.2 A en AA en EN 301 549.',
      'Een automatische test doorloopt het werk van een werkgroeplid met alleen het toetsenbord.',
      'Er is nog geen onderzoek gedaan door een onafhankelijke partij en nog niet getest met mensen die een schermlezer of andere hulpmiddelen gebruiken. Automatische tests vinden maar een deel van de problemen.',
    ],
  },
  report: {
    title: 'Loopt u ergens op vast?',
    items: [
      'Meld het aan de beheerder van Knipkaart in uw gemeente. Schrijf erbij op welke pagina het was en wat u wilde doen.',
    ],
  },
};

declare module '../../texts.js' {
  interface Namespaces {
    accessibility: typeof accessibility;
  }
}
