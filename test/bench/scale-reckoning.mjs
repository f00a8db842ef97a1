// From assumptions and measured figures: what is produced, and how many municipalities each engine carries before each limit is met.
import { assumed } from './scale-assumptions.mjs';

const MB = 1024 * 1024;

/** @param figure gives a measured value by the key of its row and its name, or undefined where it was not measured */
export function produced(figure) {
  const overhead = figure('sizes.demo', 'file') / figure('sizes.demo', 'json');
  const decisions = assumed('steps') * assumed('decisionsOnStep') + assumed('otherDecisions');
  const process = {
    events: decisions + assumed('saves'),
    log: (decisions * figure('sizes.demo', 'event') + assumed('saves') * figure('sizes.demo', 'diagram')) * overhead,
    reads: (assumed('calls') * assumed('viewsOfCall') * assumed('requestsOfView')) / assumed('processes'),
  };
  process.readModel = process.events * figure('sizes.readModel', 'readModel');
  const times = (count) => Object.fromEntries(Object.entries(process).map(([name, value]) => [name, value * count]));
  return { process, municipality: times(assumed('processes')), country: times(assumed('processes') * assumed('municipalities')) };
}

/** Of so many a year in the busiest minute. */
export const inBusiestMinute = (aYear) => (aYear / assumed('officeMinutes')) * assumed('peak');

/**
 * Every limit with what one municipality needs of it after the assumed years and what each engine has. `need` and `has` are in the same unit; `has` is
 * undefined where it was not measured and Infinity where no growth was found.
 */
export function limits(figure) {
  const { municipality } = produced(figure);
  const years = assumed('years');
  const events = municipality.events * years;
  const eventsIn = (seconds, rate) => (rate === undefined ? undefined : seconds * rate);
  /** How many events fit until something that was measured with few and with many of them reaches a bound. */
  const until = (bound, few, many, at) => (many > few ? ((bound - few) / (many - few)) * at : Infinity);
  const measuredEvents = figure('memory.started', 'events');
  const memory = until(assumed('memory') / MB, figure('memory.loaded', 'residentFew'), figure('memory.loaded', 'resident'), measuredEvents);
  const start = until(assumed('startPatience') * 1000, figure('readModel.start', 'few'), figure('readModel.start', 'many'), measuredEvents);
  const reads = figure('http.get', 'ours') * 60;
  const disk = assumed('disk');
  return [
    { name: 'decisions in the busiest minute', unit: 'count', need: inBusiestMinute(municipality.events), embedded: figure('http.knip', 'ours') * 60, server: perMinute(figure('http.knipOnServer', 'ours')), then: 'writes' },
    { name: 'requests for reading in the busiest minute, one instance', unit: 'count', need: inBusiestMinute(municipality.reads), embedded: reads, server: reads, then: 'reads' },
    { name: 'events while a read model is rebuilt', unit: 'count', need: events, embedded: eventsIn(assumed('rebuildPatience'), figure('readModel.rebuildMany', 'rebuilt')), server: eventsIn(assumed('rebuildPatience'), figure('server.readAll', 'ours')), then: 'rebuild' },
    { name: 'events while a log is copied to the other engine', unit: 'count', need: events, embedded: eventsIn(assumed('copyPatience'), figure('copy.toServer', 'copied')), server: eventsIn(assumed('copyPatience'), figure('copy.fromServer', 'copied')), then: 'copy' },
    { name: 'events until a start takes too long', unit: 'count', need: events, embedded: start, server: start, then: 'start' },
    { name: 'events until memory is full', unit: 'count', need: events, embedded: memory, server: memory, then: 'memory' },
    { name: 'bytes of log and read model on one disk', unit: 'bytes', need: (municipality.log + municipality.readModel) * years, embedded: disk, server: disk, then: 'disk' },
  ].map((limit) => ({ ...limit, carries: { embedded: carried(limit, 'embedded'), server: carried(limit, 'server') } }));
}

const perMinute = (perSecond) => (perSecond === undefined ? undefined : perSecond * 60);
const carried = (limit, engine) => (limit[engine] === undefined ? undefined : limit[engine] / limit.need);
