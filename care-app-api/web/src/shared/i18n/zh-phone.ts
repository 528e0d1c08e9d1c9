export default {
  phone: {
    title: '安心 · 护理员', onDuty: '在岗', offDuty: '已下岗', goOn: '上岗', goOff: '下岗', dutyHint: '上岗后，附近老人求助会响铃通知您。',
    waiting: '等待派单', waitingHint: '请保持此页面打开，音量调到最大。', position: '位置', positionKnown: '已上报（误差约 {meters} 米）', positionAsking: '正在定位…',
    positionUnknown: '位置不明（仍可接单）', sound: '声音', soundOn: '已启用', soundOff: '点此测试铃声', soundHint: '铃声未启用，收到派单时手机可能不响。',
    lostBar: '连接已断开，正在重连…', staleBar: '服务器暂时不可用，以下是 {at} 的情况', offlineBar: '无网络，操作会先存手机', signOut: '退出登录', deliveryHealth: '最近一次派单 {seconds} 秒到达本机', noDelivery: '本次打开后还没有收到派单',
    offer: '紧急派单', left: '剩 {seconds} 秒', over: '已超时', away: '距您', about: '约', minutes: '{minutes} 分钟', pressed: '已按 {count} 次',
    hiddenUntil: '接单后显示姓名、地址和病史', accept: '接单', hold: '按住 1 秒', holding: '继续按住…', cannotGo: '无法前往', declineTitle: '为什么不能去？',
    back: '返回', alsoOnTask: '您还有一个任务没完成', savedAccept: '接单还没有送到服务器。网络恢复后自动发送；请同时打电话告诉坐席。',
    takenTitle: '已由 {by} 接单', takenHint: '谢谢，您不用去了。', goneExpired: '此派单已超时，系统已另找他人。', goneTaken: '已由 {by} 接单，您不用去了。', goneWithdrawn: '此派单已撤回，您不用去了。', ok: '知道了',
    task: '任务', accepted: '已接单', 'on-the-way': '途中', arrived: '已到达', finished: '已完成', depart: '出发', arrive: '到达', done: '完成', doneNote: '处理情况（必填）',
    doneHint: '老人现在怎样、做了什么', donePhrase: { safe: '老人平安，已安抚', hospital: '已送医，家属知道', handed: '已交给家属照看' },
    submitDone: '确认完成', giveBack: '交回任务', giveBackNote: '为什么交回（必填）', giveBackHint: '例如：车坏了，走不了', submitGiveBack: '确认交回', noteNeeded: '请先写明情况',
    access: '怎么进门', medical: '病史', doNot: '禁忌', needs: '特点', call: '打给老人', map: '打开地图', callDesk: '打电话给坐席', years: '{age} 岁',
    acceptedAt: '{at} 接单', taskEndedHint: '坐席已结案或改派他人。', speaks: '讲{language}', number: '编号 {number}', history: '发送记录',
  },
  outbox: {
    saved: '已存手机', sent: '已发送', refused: '被拒绝：{reason}', waiting: '{count} 条已存手机，网络恢复后自动发送',
    act: { accept: '接单', decline: '无法前往', 'duty-on': '上岗', 'duty-off': '下岗', 'on-the-way': '出发', arrived: '到达', done: '完成', 'given-back': '交回任务',
      'visit-accept': '接受服务', 'visit-decline': '不能去服务', 'visit-on-the-way': '服务出发', 'visit-checked-in': '到达签到', 'visit-begun': '开始服务', 'visit-checked-out': '完成签退',
      'visit-no-access': '无人应门', 'visit-not-done': '无法完成', 'visit-given-back': '交回服务',
    },
  },
}
