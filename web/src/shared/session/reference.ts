import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { api } from '@/shared/http/client'
import { locale } from '@/shared/i18n/i18n'
import type { Agency, Disposition, IncidentType } from '@/shared/types'

/** Lists that change with configuration, not with the day: incident types, dispositions, agencies. Fetched once per sign-in. */
export const useReference = defineStore('reference', () => {
  const types = shallowRef<IncidentType[]>([])
  const dispositions = shallowRef<Disposition[]>([])
  const agencies = shallowRef<Agency[]>([])
  const ready = ref(false)

  async function load(): Promise<void> {
    const quietly = <T>(list: Promise<T[]>) => list.catch(() => [] as T[])
    const [typeList, dispositionList, agencyList] = await Promise.all([
      quietly(api.get('/api/incident-types')),
      quietly(api.get('/api/dispositions')),
      quietly(api.get('/api/agencies'))
    ])
    types.value = typeList
    dispositions.value = dispositionList
    agencies.value = agencyList
    ready.value = true
  }

  const typeByCode = computed(() => new Map(types.value.map((type) => [type.code, type])))
  const dispositionByCode = computed(() => new Map(dispositions.value.map((one) => [one.code, one])))
  const agencyById = computed(() => new Map(agencies.value.map((agency) => [agency.id, agency])))

  function typeName(code: string | null | undefined): string {
    const type = code ? typeByCode.value.get(code) : undefined
    return type ? (locale.value === 'en' ? type.nameEn : type.nameZh) : (code ?? '')
  }

  function agencyName(id: string | null | undefined): string {
    const agency = id ? agencyById.value.get(id) : undefined
    return agency ? (locale.value === 'en' ? agency.nameEn : agency.nameZh) : ''
  }

  return { types, dispositions, agencies, ready, load, typeByCode, dispositionByCode, agencyById, typeName, agencyName }
})
