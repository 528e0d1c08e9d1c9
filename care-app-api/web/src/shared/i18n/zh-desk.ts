export default {
  desk: {
    title: '12349 养老服务调度台', stream: '实时通道', streamAge: '{seconds} 秒前', streamLost: '已断开', database: '数据库', databaseUp: '正常',
    databaseAsking: '…', databaseDown: '不可用', databaseUnknown: '无应答', ready: '就绪', notReady: '未就绪', sound: '声音', soundOn: '已启用', soundOff: '未启用',
    signOut: '退出', armBar: '告警声未启用：浏览器在您点击之前不会出声。', arm: '点此测试并启用告警声',
    databaseBar: '数据库不可用，告警不会被确认', staleBar: '以下是 {at} 的情况，正在重新读取…',
    queue: '待处理', notices: '待查', closedRecently: '最近 15 分钟结案', empty: '没有未结事件', nothingSelected: '请从左侧选择事件',
    lost: '连接已断开', lostHint: '屏幕上的情况不再更新。正在重新连接… 请留意其他坐席和电话。', lostFor: '已 {seconds} 秒没有信号', language: '切换语言',
  },
  card: {
    age: '{name}（{age}）', unknownResident: '未登记老人', presses: '×{count} 最近 {at}', recent: '稍早告警：触发于 {at}', old: '迟到告警：触发于 {at}',
    undatable: '触发时间不明', unkept: '未受理', kept: '{name} 受理', closed: '已结案 {at}', helpWho: '{name} {state}', eta: '约 {minutes} 分',
    overdue: '晚了 {minutes} 分', next: '{what} {left}', nextNow: '{what}：正在进行', escalated: '已通知值班长', exercise: '演练', class: '{level} · {type}',
    announce: '新告警：{level} {type} {name}',
  },
  incident: {
    title: '事件', number: '#{number}', opened: '服务器收到 {at}', device: '设备 {device}', deviceTime: '设备时间 {at}', where: '地址', access: '怎么进门',
    accessHidden: '仅受理人可见', medical: '病史', doNot: '禁忌', alone: '独居', notAlone: '非独居', speaks: '讲{language}', phone: '电话',
    masked: '仅受理人可见完整号码', contacts: '联系人', order: '服务单 {number}', hasKey: '有钥匙', noContacts: '没有登记联系人', result: '记录结果', callBack: '回拨老人',
    candidates: '可派人员', candidatesHint: '按到达时间', noCandidates: '没有更多可派人员', dispatch: '派', confirm: '再按 {key}',
    offers: '已派', noOffers: '还没有派给任何人', offerLine: '{minutes} 分 · {phase}', timeline: '时间线', take: '受理',
    release: '放回队列', note: '记录', close: '结案', call: '回拨', noteLabel: '记录内容', notePlaceholder: '写一条记录…', noteSave: '保存',
    yours: '您受理', takeFirst: '受理后才能回拨、派单、结案', hiddenNow: '已结案，不再显示', refresh: '正在读取…', none: '无', person: '老人',
    unknownHint: '此设备没有对应的老人。请看时间线中的原始信息。', cancel: '取消', meters: '{value} 米', kilometres: '{value} 公里', minutes: '分',
    closedLine: '已结案',
  },
  dialog: {
    closeTitle: '结案 {number}', cause: '原因', action: '处置', choose: '请选择', note: '说明', noteHint: '发生了什么、怎么确认平安', closeSubmit: '确认结案',
    required: '原因、处置和说明都要填写', releaseTitle: '放回队列', reason: '理由', releaseSubmit: '放回', callTitle: '回拨 {name}', callHint: '打完电话后选择结果',
    contactTitle: '联系 {name}', dial: '拨打', resultOf: '通话结果', close: '关闭',
  },
  keys: {
    title: '键盘', on: '启用键盘快捷键', move: '上下移动', open: '打开事件', take: '受理', dispatch: '派给第 1–4 人（再按一次确认）', note: '写记录', call: '回拨老人',
    closeIncident: '结案（填写后确认）', view: '告警 / 服务切换', newOrder: '新建服务单（服务）', day: '前一天 / 后一天（服务）', rate: '评价（服务）', cancel: '取消（服务，填写后确认）', review: '审核（服务）', link: '告警与服务单互相跳转', help: '显示此表', escape: '关闭窗口', bar: '上下', all: '全部按键',
  },
  notice: {
    title: '待查：收到但不可信或无法解析', empty: '没有待查内容', quarantined: '隔离的消息', 'refused-credential': '被拒绝的凭证', life: '可能是生命告警', times: '×{count}',
    device: '设备', from: '来源', topic: '主题', raw: '原始内容', hex: '十六进制', outcome: '查明是什么', outcomeHint: '例如：新装手环尚未登记，已联系安装员', review: '处理完毕',
    back: '回到事件', reason: '原因', escalated: '已通知值班长',
  },
  body: {
    type: '类型', ageBand: '时效', deviceTime: '设备时间', phase: '方式', responders: '人员', responder: '人员', contact: '联系人', rank: '顺位', minutes: '路程',
    result: '结果', reason: '理由', why: '原因', offers: '人数', cause: '原因', action: '处置', text: '内容', note: '说明', service: '服务', prompt: '应呼叫', what: '内容', recipient: '对象', name: '姓名', channel: '方式', window: '时段', startsAt: '时间', dish: '菜品', level: '评估等级',
    basis: '资格', pays: '谁付', answers: '检查', limits: '限值', missing: '没有登记', requestedBy: '提出人', priceFen: '价格', fen: '金额', source: '付款', workers: '人数', field: '检查', value: '结果', stars: '评分', words: '评价', decision: '决定', by: '提出人', score: '佐证',
    number: '编号', comma: '、',
  },
}
