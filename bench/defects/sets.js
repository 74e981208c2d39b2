const { readdirSync, readFileSync, statSync } = require('fs');
const { basename, join } = require('path');
const { parseAllDocuments } = require('yaml');

/** The sets of objects that arguments name: a folder, a file, or several of them joined by commas are one application. */
exports.setsOf = (texts) => texts.map((text) => ({
  name: text.split(',').map((path) => basename(path)).join(' and '),
  objects: text.split(',').flatMap(filesAt).flatMap(objectsIn),
}));

function filesAt(path) {
  return statSync(path).isDirectory() ? readdirSync(path).filter((name) => /\.ya?ml$/.test(name)).map((name) => join(path, name)) : [path];
}

function objectsIn(file) {
  return parseAllDocuments(readFileSync(file, 'utf8')).map((document) => document.toJS())
    .filter((object) => object?.kind !== undefined && object.kind !== 'CustomResourceDefinition');
}
