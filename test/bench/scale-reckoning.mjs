// Computes, from assumptions and measured figures, how much data is produced, and how many municipalities
// each engine carries before it reaches each limit.
import { assumed } from './scale-assumptions.mjs';

const MB = 1024 * 1024;

/**
 * The data that a process, a municipality and the country produce per year.
 * @param figure returns a measured value by the key of its row and its name, or undefined when it was not
 * measured
 */
export function produced(figure) {
  const overhead = figure('sizes.demo', 'file') / figure('sizes.demo', 'json');
  const decisions = assumed('steps') * assumed('decisionsOnStep') + assumed('otherDecisions');
  const process = {
    events: decisions + assumed('saves'),
    log:
      (decisions * figure('sizes.demo', 'event') + assumed('saves') * figure('sizes.demo', 'diagram')) *
      overhead,
    reads: (assumed('calls') * assumed('viewsOfCall') * assumed('requestsOfView')) / assumed('processes'),
  };
  process.readModel =
    process.events * figure('sizes.readModel', 'readModel') +
    assumed('saves') * figure('sizes.demo', 'outline');
  const times = (count) =>
    Object.fromEntries(Object.entries(process).map(([name, value]) => [name, value * count]));
  return {
    process,
    municipality: times(assumed('processes')),
    country: times(assumed('processes') * assumed('municipalities')),
  };
}

/**
 * Times for the log of one municipality after all assumed years, in seconds: `rebuild` of the read model on
 * each engine, `diagrams` for the diagrams in that time, and `copy` to the other engine. Reading diagrams
 * counts in full, although a second processor does a part of it.
 */
export function waits(figure) {
  const years = assumed('years');
  const events = produced(figure).municipality.events * years;
  const diagrams = (assumed('saves') * assumed('processes') * years * figure('sizes.demo', 'reading')) / 1000;
  const built = events / figure('readModel.rebuildMany', 'rebuilt') + diagrams;
  return {
    diagrams,
    rebuild: { embedded: built, server: built + events / figure('server.readAll', 'ours') },
    copy: {
      embedded: events / figure('copy.toServer', 'copied'),
      server: events / figure('copy.fromServer', 'copied'),
    },
  };
}

/** How many of these happen in the busiest minute. */
export const inBusiestMinute = (aYear) => (aYear / assumed('officeMinutes')) * assumed('peak');

/**
 * All limits: what one municipality needs after the assumed years, and what each engine offers, in the same
 * unit. The offer is undefined when it was not measured, and Infinity when no growth was found.
 */
export function limits(figure) {
  const { municipality } = produced(figure);
  const years = assumed('years');
  const events = municipality.events * years;
  const { rebuild, copy } = waits(figure);
  /** The number of events at which a value, measured with few and with many events, reaches a bound. */
  const until = (bound, few, many, at) => (many > few ? ((bound - few) / (many - few)) * at : Infinity);
  const measuredEvents = figure('memory.started', 'events');
  const memory = (key, most) =>
    until(assumed('memory') / MB, figure(key, 'residentFew'), figure(key, most), measuredEvents);
  const [loaded, built] = [memory('memory.loaded', 'resident'), memory('memory.rebuilt', 'peak')];
  const start = until(
    assumed('startPatience') * 1000,
    figure('readModel.start', 'few'),
    figure('readModel.start', 'many'),
    measuredEvents,
  );
  const reads = figure('http.get', 'ours') * 60;
  const disk = assumed('disk');
  return [
    {
      name: 'decisions in the busiest minute',
      unit: 'count',
      need: both(inBusiestMinute(municipality.events)),
      embedded: figure('http.knip', 'ours') * 60,
      server: perMinute(figure('http.knipOnServer', 'ours')),
      measure: 'writes',
    },
    {
      name: 'read requests in the busiest minute, one instance',
      unit: 'count',
      need: both(inBusiestMinute(municipality.reads)),
      embedded: reads,
      server: reads,
      measure: 'reads',
    },
    {
      name: 'time to rebuild the read model',
      unit: 's',
      need: rebuild,
      embedded: assumed('rebuildPatience'),
      server: assumed('rebuildPatience'),
      measure: 'rebuild',
    },
    {
      name: 'time to copy the log to the other engine',
      unit: 's',
      need: copy,
      embedded: assumed('copyPatience'),
      server: assumed('copyPatience'),
      measure: 'copy',
    },
    {
      name: 'events until a start takes too long',
      unit: 'count',
      need: both(events),
      embedded: start,
      server: start,
      measure: 'start',
    },
    {
      name: 'events until memory is full, under load',
      unit: 'count',
      need: both(events),
      embedded: loaded,
      server: loaded,
      measure: 'memory',
    },
    {
      name: 'events until memory is full, during a rebuild of the read model',
      unit: 'count',
      need: both(events),
      embedded: built,
      server: built,
      measure: 'memory',
    },
    {
      name: 'bytes of log and read model on one disk',
      unit: 'bytes',
      need: both((municipality.log + municipality.readModel) * years),
      embedded: disk,
      server: disk,
      measure: 'disk',
    },
  ].map((limit) => ({
    ...limit,
    carries: { embedded: carried(limit, 'embedded'), server: carried(limit, 'server') },
  }));
}

const perMinute = (perSecond) => (perSecond === undefined ? undefined : perSecond * 60);
const both = (need) => ({ embedded: need, server: need });
/** The number of municipalities that fit. Undefined when need or offer was not measured. */
function carried({ need, ...has }, engine) {
  const times = has[engine] / need[engine];
  return Number.isNaN(times) ? undefined : times;
}
