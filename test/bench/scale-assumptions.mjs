// The assumptions of docs/scale.md: everything that was not measured. Each is on the high side, so that the
// result is on the safe side.

/** By name: `[value, unit, why]`. */
export const ASSUMPTIONS = {
  municipalities: [342, '', 'all of the Netherlands'],
  processes: [
    200,
    'processes in a municipality',
    'the products in the four domains, most with their own process; the twelve generic processes are a start',
  ],
  steps: [30, 'steps in a process', 'a generic process has about as many steps and gateways'],
  decisionsOnStep: [
    2,
    'decisions on a step a year',
    'one decision, and one more after an evaluation: as if every year were a year of pilots',
  ],
  otherDecisions: [
    20,
    'other decisions on a process a year',
    'owner, milestones, channels, lifted bindings, names',
  ],
  saves: [
    12,
    'saved diagrams of a process a year',
    'a few dozen while a workgroup describes it, a few after each evaluation; so once a month, every year',
  ],
  calls: [
    260_000,
    'calls a year',
    'reported by a contact centre with 54 full-time employees; most municipalities have fewer',
  ],
  viewsOfCall: [1, 'page views a call', 'as if someone looked up a process for every call'],
  requestsOfView: [
    8,
    'requests a page view',
    'session, process, diagram, history, and files of the page that were not cached',
  ],
  officeMinutes: [250 * 8 * 60, 'minutes a year', '250 working days of 8 hours, with no work at other times'],
  peak: [
    20,
    'times the average in the busiest minute',
    'Monday morning, or a workshop where everyone decides at once',
  ],
  years: [10, 'years', 'nothing is ever deleted from the log'],
  rebuildPatience: [
    15 * 60,
    's',
    'longest acceptable rebuild of the read model, which an upgrade may require',
  ],
  startPatience: [60, 's', 'longest acceptable start with an intact read model'],
  copyPatience: [12 * 3600, 's', 'longest acceptable copy to the other engine: overnight'],
  disk: [500e9, 'bytes', 'disk for log and read model together: a common virtual disk'],
  memory: [2e9, 'bytes', 'memory of a small virtual machine'],
};

/** The value of an assumption. */
export const assumed = (name) => ASSUMPTIONS[name][0];
