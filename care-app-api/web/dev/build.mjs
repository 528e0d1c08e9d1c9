// Builds the pages when something they are made of has changed; called by Maven.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const NOT_AN_INPUT = new Set(['node_modules', 'dist', 'dev'])
const [major] = process.versions.node.split('.').map(Number)
if (major < 20) {
  console.error(`the pages need Node 20 or newer, this is ${process.version}; install it, e.g. apt-get install nodejs npm`)
  process.exit(1)
}

function inputs(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !NOT_AN_INPUT.has(entry.name))
    .flatMap((entry) => (entry.isDirectory() ? inputs(join(folder, entry.name)) : [join(folder, entry.name)]))
    .sort()
}

function hashOf(files) {
  const hash = createHash('sha256')
  files.forEach((file) => hash.update(file).update('\0').update(readFileSync(file)))
  return hash.digest('hex')
}

function unchanged(stamp, hash) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === hash
}

const npm = (...args) => execFileSync('npm', [...args, '--no-audit', '--no-fund'], { stdio: 'inherit' })
const modules = hashOf(['package-lock.json'])
if (!unchanged('node_modules/.anxin-lock', modules)) {
  npm('ci')
  writeFileSync('node_modules/.anxin-lock', modules)
}
const pages = hashOf(inputs('.'))
if (!unchanged('dist/.anxin-inputs', pages)) {
  npm('run', 'build')
  writeFileSync('dist/.anxin-inputs', pages)
}
