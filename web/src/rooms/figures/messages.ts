import type { Bilingual } from '@/shared/i18n/i18n'

const zh = {
  figures: {
    menu: '统计', title: '接处警时效', from: '自', to: '至', by: '分组', group: { none: '合计', agency: '按单位', type: '按类别', priority: '按等级' },
    figure: '指标', count: '数量', median: '中位数', p90: '90 分位', excluded: '未计入', noneExcluded: '无', definition: '定义', showRecords: '查看所计记录', late: '含补录 {count}', none: '这段时间没有可统计的记录。',
    asOf: '截至 {time}（{zone}）。', method: '分位数取最近秩：至少该比例的记录不大于此值。报警按次计，警情按件计；演练与无效警情不计入。',
    recordsOf: '{name} 的记录', begins: '起', ends: '止', value: '值', leftOut: '未计入原因'
  }
}

const en: typeof zh = {
  figures: {
    menu: 'Figures', title: 'Response report card', from: 'From', to: 'to', by: 'Group', group: { none: 'In all', agency: 'By agency', type: 'By type', priority: 'By priority' },
    figure: 'Figure', count: 'Count', median: 'Median', p90: 'p90', excluded: 'Left out', noneExcluded: 'none', definition: 'Definition', showRecords: 'Show the records counted', late: '{count} with late entries', none: 'Nothing to count in this period.',
    asOf: 'As of {time} ({zone}).', method: 'Quantiles by nearest rank: the smallest value with at least that share at or below it. Calls are counted each, incidents once; drills and nuisance are not counted.',
    recordsOf: 'Records of: {name}', begins: 'Begins', ends: 'Ends', value: 'Value', leftOut: 'Left out because'
  }
}

export default { 'zh-CN': zh, en } satisfies Bilingual
