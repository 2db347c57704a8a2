import type { Bilingual } from '@/shared/i18n/i18n'

const zh = {
  registry: {
    importsMenu: '数据导入', importsTitle: '数据导入', kind: '种类', file: '文件', preview: '上传并预览', reading: '正在读取…', accepted: '可用行', rejected: '拒收行', counts: '可用 {accepted} 行，拒收 {rejected} 行', look: '查看', none: '还没有导入。先选种类和文件；预览不会改动任何数据。',
    apply: '启用 {count} 行', applied: '已启用', rollBack: '撤回这次导入', rolledBack: '已撤回', samples: '样例', row: '行', column: '列', why: '原因', value: '原值', roads: '路网：{nodes} 个节点，{edges} 条边，建于 {built}', noRoads: '还没有路网：行车时间按直线距离估算。'
  },
  map: {
    title: '地图', group: '地图', hint: '方向键移动，加号和减号缩放，0 看全域，f 看当前警情，l 列表，p 询问图中心地点，Alt 加 m 返回。', summary: '地图：{incidents} 起未结警情，{units} 个警力单元有定位',
    zoomIn: '放大', zoomOut: '缩小', whole: '看全域', list: '列出图上内容', focusKey: '到地图，再按返回',
    minutes: '{minutes} 分', seconds: '{seconds} 秒', age: '定位 {age} 前', stale: '已 {age} 无更新，位置可能已变', noUnits: '没有警力定位', noFix: '无定位', fix: '定位距今', incidents: '未结警情 {count}', units: '警力 {count}', more: '还有 {count} 个未列出',
    empty: '还没有路网和辖区数据。导入街道表或路网、辖区后，地图会自动出现；警情和警力照常显示。', here: '此处', nothingNear: '附近没有已知地址', take: '用作报警地点', near: '看附近警情', metres: '约 {metres} 米', openIncident: '打开警情 {number}', unitPage: '单位页面'
  },
  labMap: {
    title: '地图帧时测量', demoOnly: '只在演示系统上可用。', waiting: '等待地图就绪…', running: '测量中：{seconds} 秒', done: '测量完毕', units: '移动单元', mode: '方式', frames: '帧数', interval: '帧间隔（毫秒）', work: '每帧用时（毫秒）', visible: '屏上单元'
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
  map: {
    title: 'Map', group: 'Map', hint: 'Arrow keys move, plus and minus zoom, 0 shows everything, f the open incident, l a list, p asks about the middle of the map, Alt m leads back.', summary: 'Map: {incidents} open incidents, {units} units with a position',
    zoomIn: 'Zoom in', zoomOut: 'Zoom out', whole: 'Show everything', list: 'List what is on the map', focusKey: 'To the map, and back',
    minutes: '{minutes} min', seconds: '{seconds} s', age: 'Positions {age} old', stale: 'No news for {age}; positions may have changed', noUnits: 'No unit positions', noFix: 'no position', fix: 'Position age', incidents: 'Open incidents {count}', units: 'Units {count}', more: '{count} more are not listed',
    empty: 'No roads and precincts yet. The map appears by itself once a street table or roads and precincts are imported; incidents and units are shown all the same.', here: 'Here', nothingNear: 'No known address near by', take: 'Take as the place of the call', near: 'Incidents near here', metres: 'about {metres} m', openIncident: 'Open incident {number}', unitPage: 'Unit page'
  },
  labMap: {
    title: 'Frame times of the map', demoOnly: 'Only on a demonstration.', waiting: 'Waiting for the map…', running: 'Measuring: {seconds} s', done: 'Done', units: 'Moving units', mode: 'Way', frames: 'Frames', interval: 'From frame to frame (ms)', work: 'Work in a frame (ms)', visible: 'Units on the screen'
  },
  importKind: { STREET_TABLE: 'Street table', INTERSECTIONS: 'Crossings', PRECINCTS: 'Precincts', LANDMARKS: 'Landmarks', ADDRESSES: 'Addresses', OSM_PBF: 'Roads (OSM PBF)' },
  importState: { PREVIEWED: 'Previewed, not applied', APPLIED: 'Applied', ROLLED_BACK: 'Rolled back', FAILED: 'Failed' },
  importHint: {
    STREET_TABLE: 'CSV: street centre lines with number ranges.', INTERSECTIONS: 'CSV: crossings with coordinates.', PRECINCTS: 'GeoJSON: precinct polygons with the code of the agency that answers.', LANDMARKS: 'CSV: names of landmarks with coordinates.', ADDRESSES: 'CSV: numbered addresses with coordinates.', OSM_PBF: 'An .osm.pbf file of OpenStreetMap, for roads and travel times.'
  }
}

export default { 'zh-CN': zh, en } satisfies Bilingual
