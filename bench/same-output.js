const { Yaml } = require('cdk8s');
const { readdirSync, readFileSync } = require('fs');
const { join } = require('path');
const { isDeepStrictEqual } = require('util');

/** Fails unless two ways of writing an app synthesize the same objects, in the same files and order: only then do their times compare. */
exports.checkSameOutput = (title, folder, otherFolder) => {
  const [files, otherFiles] = [folder, otherFolder].map((path) => readdirSync(path).sort());
  if (files.join() !== otherFiles.join()) throw new Error(`${title}: ${folder} holds ${files}; ${otherFolder} holds ${otherFiles}`);
  files.forEach((file) => checkSameObjects(`${title}: ${file}`, join(folder, file), join(otherFolder, file)));
};

function checkSameObjects(title, path, otherPath) {
  if (readFileSync(path).equals(readFileSync(otherPath))) return;
  // The order of keys, which means nothing, may differ: cdk8s sorts those of objects, but not those in the values of JSON patches.
  const [objects, otherObjects] = [Yaml.load(path), Yaml.load(otherPath)];
  if (objects.length !== otherObjects.length) throw new Error(`${title} has ${objects.length} objects and ${otherObjects.length}`);
  objects.forEach((object, index) => {
    if (!isDeepStrictEqual(object, otherObjects[index])) throw new Error(difference(title, object, otherObjects[index]));
  });
}

function difference(title, object, otherObject) {
  const [lines, otherLines] = [object, otherObject].map((value) => Yaml.stringify(value).split('\n'));
  const index = lines.findIndex((line, number) => line !== otherLines[number]);
  return `${title} differs at ${object.kind} ${object.metadata.name}:\n  ${lines[index]}\n  ${otherLines[index]}`;
}
