import type { Component } from 'vue'
import type { RouteRecordRaw } from 'vue-router'
import type { SlotName } from './slots'

/** What a room declares of itself in its `room.ts`; the shell builds routes, menu and board from it. */
export interface Room {
  name: string
  /** Routes of their own page. */
  routes: RouteRecordRaw[]
  /** Routes that open beside the queue, on the board. */
  boardRoutes?: RouteRecordRaw[]
  menu?: MenuEntry[]
  slots?: { name: SlotName; order: number; component: Component; permission?: string }[]
}

export interface MenuEntry {
  /** i18n key. */
  label: string
  to: string
  /** Where it stands: along the top bar, or among the administration pages. */
  place: 'top' | 'admin'
  order: number
  /** Shown when the officer holds any of these. */
  anyOf: string[]
}
