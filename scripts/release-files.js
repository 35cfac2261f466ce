// @ts-check
// `npm run release:files`: what belongs to a release, in release/: the tarball, its digest and a bill of materials.
const { writeReleaseFiles } = require("./lib/release/files")

void writeReleaseFiles()
