// Fetches the description of the interface from a running instance and writes the client's types.
//   npm run api -- [URL]        URL of the instance, default http://localhost:8080; TOCSIN_TOKEN in the
//                               environment is the bearer token of a program that may read it
//   npm run api -- --types      only writes the types again from the committed src/api/openapi.json
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'

const target = process.argv[2] ?? 'http://localhost:8080'
const file = new URL('../src/api/openapi.json', import.meta.url)

/** Sorts keys, so that two runs of the same server give the same file. */
function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key])])
  )
}

if (target !== '--types') {
  const answer = await fetch(new URL('/v3/api-docs', target), {
    headers: process.env.TOCSIN_TOKEN ? { Authorization: `Bearer ${process.env.TOCSIN_TOKEN}` } : {}
  })
  if (!answer.ok) throw new Error(`${answer.status} from ${answer.url}`)
  const description = await answer.json()
  delete description.servers
  writeFileSync(file, JSON.stringify(sorted(description), null, 1) + '\n')
}
execFileSync('npx', ['openapi-typescript', 'src/api/openapi.json', '-o', 'src/api/schema.d.ts'], {
  cwd: new URL('..', import.meta.url),
  stdio: 'inherit'
})
