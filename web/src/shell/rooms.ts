import { fillSlot } from '@/shared/slots'
import type { MenuEntry, Room } from '@/shared/room'

const files = import.meta.glob<{ room: Room }>('../rooms/*/room.ts', { eager: true })

/** Every room there is, as each declares itself. The shell names none of them. */
export const rooms: Room[] = Object.values(files).map((file) => file.room)

for (const room of rooms) {
  for (const { name, ...part } of room.slots ?? []) fillSlot(name, part)
}

export function menu(place: MenuEntry['place'], may: (permission: string) => boolean): MenuEntry[] {
  return rooms
    .flatMap((room) => room.menu ?? [])
    .filter((entry) => entry.place === place && (entry.anyOf.length === 0 || entry.anyOf.some(may)))
    .sort((a, b) => a.order - b.order)
}
