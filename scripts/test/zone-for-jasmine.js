// Loaded between zone.js and the specs, see the configuration `zone` in angular.json.
//
// Jasmine 6 listens to `rejectionhandled`. Zone tells it in the middle of taking a rejection off its
// list of unhandled ones, and telling runs whatever is due: the rejection is then reported although it
// was handled, as the router's own are all the time. Jasmine does not need to know.
const { Zone } = globalThis;
Zone[Zone.__symbol__('rejectionHandledHandler')] = undefined;
