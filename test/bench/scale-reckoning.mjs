// From assumptions and measured figures: what is produced, and how many municipalities each engine carries
// before each limit is met.
import { assumed } from './scale-assumptions.mjs';

const MB = 1024 * 1024;

/**
 * @param figure gives a measured value by the key of its row and its name, or undefined where it was not
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
 * Seconds that one municipality's log of all assumed years takes: to build a read model from it, on either
 * engine, of which `diagrams` to read those, and to be copied to the other. Reading a diagram is reckoned in
 * full, though a second processor takes part of it.
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

/** Of so many a year in the busiest minute. */
export const inBusiestMinute = (aYear) => (aYear / assumed('officeMinutes')) * assumed('peak');

/**
 * Every limit with what one municipality needs of it after the assumed years and what each engine has. What
 * it needs and what each has are in the same unit; what an engine has is undefined where it was not measured
 * and Infinity where no growth was found.
 */
export function limits(figure) {
  const { municipality } = produced(figure);
  const years = assumed('years');
  const events = municipality.events * years;
  const { rebuild, copy } = waits(figure);
  /** How many events fit until something that was measured with few and with many of them reaches a bound. */
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
      then: 'writes',
    },
    {
      name: 'requests for reading in the busiest minute, one instance',
      unit: 'count',
      need: both(inBusiestMinute(municipality.reads)),
      embedded: reads,
      server: reads,
      then: 'reads',
    },
    {
      name: 'a read model is built anew',
      unit: 's',
      need: rebuild,
      embedded: assumed('rebuildPatience'),
      server: assumed('rebuildPatience'),
      then: 'rebuild',
    },
    {
      name: 'the log is copied to the other engine',
      unit: 's',
      need: copy,
      embedded: assumed('copyPatience'),
      server: assumed('copyPatience'),
      then: 'copy',
    },
    {
      name: 'events until a start takes too long',
      unit: 'count',
      need: both(events),
      embedded: start,
      server: start,
      then: 'start',
    },
    {
      name: 'events until memory is full, under load',
      unit: 'count',
      need: both(events),
      embedded: loaded,
      server: loaded,
      then: 'memory',
    },
    {
      name: 'events until memory is full, while a read model is built',
      unit: 'count',
      need: both(events),
      embedded: built,
      server: built,
      then: 'memory',
    },
    {
      name: 'bytes of log and read model on one disk',
      unit: 'bytes',
      need: both((municipality.log + municipality.readModel) * years),
      embedded: disk,
      server: disk,
      then: 'disk',
    },
  ].map((limit) => ({
    ...limit,
    carries: { embedded: carried(limit, 'embedded'), server: carried(limit, 'server') },
  }));
}

const perMinute = (perSecond) => (perSecond === undefined ? undefined : perSecond * 60);
const both = (need) => ({ embedded: need, server: need });
/** Undefined where need or supply was not measured. */
function carried({ need, ...has }, engine) {
  const times = has[engine] / need[engine];
  return Number.isNaN(times) ? undefined : times;
}
