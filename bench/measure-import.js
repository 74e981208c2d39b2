// Imports cdk8s, then this library, in a process of its own.
const { startStopwatch } = require('./stopwatch');

const stopCdk8s = startStopwatch();
require('cdk8s');
const cdk8s = stopCdk8s();

const stopLibrary = startStopwatch();
require('..');
const library = stopLibrary();

process.stdout.write(JSON.stringify({ cdk8s, library }));
