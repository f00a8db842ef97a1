// What docs/scale.md takes for granted: everything that was not measured. Each is on the high side, so that
// what it finds to be enough is enough.

/** By name: `[value, unit, why]`. */
export const ASSUMPTIONS = {
  municipalities: [342, '', 'all of the Netherlands'],
  processes: [
    200,
    'processes in a municipality',
    'the products of the four domains that people ask for, most with a process of their own; the twelve generic ones are the beginning',
  ],
  steps: [30, 'steps in a process', 'a generic process has about as many steps and gateways'],
  decisionsOnStep: [
    2,
    'decisions on a step a year',
    'decided once, and once again after an evaluation: as if every year were a year of pilots',
  ],
  otherDecisions: [
    20,
    'other decisions on a process a year',
    'owner, milestones, channels, bindings lifted, names',
  ],
  saves: [
    12,
    'saved diagrams of a process a year',
    'some dozens while a workgroup describes it, a few after each evaluation: once a month, every year',
  ],
  calls: [
    260_000,
    'calls a year',
    'what a contact centre of 54 full-time employees reports; most municipalities have less',
  ],
  viewsOfCall: [1, 'page views a call', 'as if every call made somebody look its process up'],
  requestsOfView: [
    8,
    'requests a page view',
    'session, process, diagram, history, files of the page that were not kept',
  ],
  officeMinutes: [250 * 8 * 60, 'minutes a year', '250 working days of 8 hours: nobody works at other times'],
  peak: [
    20,
    'times the average in the busiest minute',
    'Monday morning, or a workshop in which everybody decides at once',
  ],
  years: [10, 'years', 'the log is never cleared'],
  rebuildPatience: [
    15 * 60,
    's',
    'so long an instance may be away while its read model is made anew, which an upgrade may ask for',
  ],
  startPatience: [60, 's', 'so long a start with the read model intact may take'],
  copyPatience: [12 * 3600, 's', 'moving from one engine to the other, overnight'],
  disk: [500e9, 'bytes', 'a common virtual disk, for log and read model together'],
  memory: [2e9, 'bytes', 'a small virtual machine'],
};

/** Value of an assumption. */
export const assumed = (name) => ASSUMPTIONS[name][0];
