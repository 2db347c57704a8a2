import { onBeforeUnmount, shallowRef, watchEffect } from 'vue'

/** Whether the record that the open page shows belongs to an exercise, though the installation itself may be real. */
export const drillRecord = shallowRef(false)

/** Says so for as long as the page is open. */
export function useDrillRecord(isDrill: () => boolean): void {
  watchEffect(() => (drillRecord.value = isDrill()))
  onBeforeUnmount(() => (drillRecord.value = false))
}
