import type { Bilingual } from '@/shared/i18n/i18n'

const zh = {
  registry: {
    importsMenu: '数据导入', importsTitle: '数据导入', kind: '种类', file: '文件', preview: '上传并预览', reading: '正在读取…', accepted: '可用行', rejected: '拒收行', counts: '可用 {accepted} 行，拒收 {rejected} 行', look: '查看', none: '还没有导入。先选种类和文件；预览不会改动任何数据。',
    apply: '启用 {count} 行', applied: '已启用', rollBack: '撤回这次导入', rolledBack: '已撤回', samples: '样例', row: '行', column: '列', why: '原因', value: '原值', roads: '路网：{nodes} 个节点，{edges} 条边，建于 {built}', noRoads: '还没有路网：行车时间按直线距离估算。'
  },
  importKind: { STREET_TABLE: '街道表', INTERSECTIONS: '路口', PRECINCTS: '辖区', LANDMARKS: '地标', ADDRESSES: '门牌地址', OSM_PBF: '路网（OSM PBF）' },
  importState: { PREVIEWED: '已预览，未启用', APPLIED: '已启用', ROLLED_BACK: '已撤回', FAILED: '失败' },
  importHint: {
    STREET_TABLE: 'CSV：街道中心线与门牌区间。', INTERSECTIONS: 'CSV：路口及坐标。', PRECINCTS: 'GeoJSON：辖区多边形与负责单位代码。', LANDMARKS: 'CSV：地标名称与坐标。', ADDRESSES: 'CSV：门牌与坐标。', OSM_PBF: 'OpenStreetMap 的 .osm.pbf 文件，用于道路与行车时间。'
  }
}

const en: typeof zh = {
  registry: {
    importsMenu: 'Imports', importsTitle: 'Imports', kind: 'Kind', file: 'File', preview: 'Upload and preview', reading: 'Reading…', accepted: 'Rows taken', rejected: 'Rows refused', counts: '{accepted} rows taken, {rejected} refused', look: 'Look', none: 'No imports yet. Choose a kind and a file; a preview changes nothing.',
    apply: 'Apply {count} rows', applied: 'Applied', rollBack: 'Roll this import back', rolledBack: 'Rolled back', samples: 'Samples', row: 'Row', column: 'Column', why: 'Reason', value: 'Value', roads: 'Road network: {nodes} nodes, {edges} edges, built {built}', noRoads: 'No road network yet: travel times are estimated by straight line.'
  },
  importKind: { STREET_TABLE: 'Street table', INTERSECTIONS: 'Crossings', PRECINCTS: 'Precincts', LANDMARKS: 'Landmarks', ADDRESSES: 'Addresses', OSM_PBF: 'Roads (OSM PBF)' },
  importState: { PREVIEWED: 'Previewed, not applied', APPLIED: 'Applied', ROLLED_BACK: 'Rolled back', FAILED: 'Failed' },
  importHint: {
    STREET_TABLE: 'CSV: street centre lines with number ranges.', INTERSECTIONS: 'CSV: crossings with coordinates.', PRECINCTS: 'GeoJSON: precinct polygons with the code of the agency that answers.', LANDMARKS: 'CSV: names of landmarks with coordinates.', ADDRESSES: 'CSV: numbered addresses with coordinates.', OSM_PBF: 'An .osm.pbf file of OpenStreetMap, for roads and travel times.'
  }
}

export default { 'zh-CN': zh, en } satisfies Bilingual
