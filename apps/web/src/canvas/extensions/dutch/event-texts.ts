/** Triggers of events as BPMN names them, in Dutch. */
const triggers = {
  Message: 'bericht',
  Timer: 'tijdstip',
  Conditional: 'voorwaarde',
  Signal: 'signaal',
  Error: 'fout',
  Escalation: 'escalatie',
  Compensation: 'compensatie',
  Cancel: 'annulering',
  Link: 'koppeling',
  Terminate: 'alles stopt',
};

/** Where events stand, in English and in Dutch. */
const places = {
  'start event': 'Startgebeurtenis',
  'intermediate catch event': 'Wachtende tussengebeurtenis',
  'intermediate throw event': 'Werpende tussengebeurtenis',
  'boundary event': 'Randgebeurtenis',
  'end event': 'Eindgebeurtenis',
};

function everyEvent(): Record<string, string> {
  const texts: Record<string, string> = {
    'Start event': 'Startgebeurtenis',
    'Intermediate throw event': 'Tussengebeurtenis',
    'Boundary event': 'Randgebeurtenis',
    'End event': 'Eindgebeurtenis',
  };
  for (const [trigger, dutchTrigger] of Object.entries(triggers)) {
    for (const [place, dutchPlace] of Object.entries(places)) {
      texts[`${trigger} ${place}`] = `${dutchPlace}: ${dutchTrigger}`;
      texts[`${trigger} ${place} (non-interrupting)`] = `${dutchPlace}: ${dutchTrigger} (niet onderbrekend)`;
    }
  }
  return texts;
}

/** Dutch for the kinds of event in the library's menus. */
export const eventTexts: Record<string, string> = everyEvent();
