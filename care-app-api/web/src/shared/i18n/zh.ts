import care from './zh-care'
import desk from './zh-desk'
import orders from './zh-orders'
import phone from './zh-phone'
import visit from './zh-visit'
import words from './zh-words'

export default {
  language: { zh: '中文', en: 'English', choose: '语言' },
  signIn: {
    title: '安心 12349', subtitle: '养老服务调度与紧急救援', login: '账号', password: '密码', submit: '登录', busy: '正在登录…',
    wrong: '账号或密码不对', wait: '尝试次数过多，请稍后再试', waitFor: '尝试次数过多，请 {seconds} 秒后再试', signOut: '退出登录',
    adminOnly: '管理员账号暂无网页，请使用命令行。',
    change: '请先修改一次性密码', current: '当前密码', next: '新密码（至少 12 位）', repeat: '再输一次新密码', save: '保存新密码',
    differ: '两次输入的新密码不一样', short: '新密码至少 12 位', changed: '密码已修改，请用新密码登录', same: '新密码不能与当前密码相同',
    missing: '请填写账号和密码',
  },
  refusal: {
    unreachable: '没有连上服务器，不知道是否成功。请再按一次，不会重复执行。',
    down: '服务器暂时不可用，没有确认成功。请再按一次，不会重复执行。',
    fault: '页面出错，请重试', somebody: '其他人', dismiss: '关闭提示',
    unknown: '服务器没有接受此操作', invalid: '填写有误', because: '{sentence}：{rule}', values: '{sentence}（{values}）',
    word: {
      'sign-in': '请重新登录', forbidden: '没有权限', csrf: '登录已失效，请刷新页面', 'must-change-password': '请先修改一次性密码',
      'wrong-password': '密码不对', locked: '尝试次数过多，请稍后再试', invalid: '填写有误：{field}', 'not-found': '找不到，可能已被删除',
      'already-kept': '{by} 已受理', 'not-the-keeper': '您不是此事件的受理人，请先受理', 'already-closed': '此事件已结案', 'no-evidence': '还不能结案',
      'responder-still-out': '{by} 还在路上或现场，不能结案', 'not-suitable': '此人现在不适合派单', 'already-asked': '已经派给此人了',
      'already-coming': '{by} 已接单，不用再派', 'already-taken': '已由 {by} 接单', 'no-longer-open': '此派单已结束', 'not-your-task': '这不是您的任务',
      'step-out-of-order': '步骤顺序不对，请看当前步骤', 'still-on-a-task': '您手上还有任务，请先完成或交回', 'off-duty': '您不在岗',
      'already-reviewed': '已经有人处理过了', 'key-reused': '操作编号重复，请刷新页面再试', 'login-taken': '此账号名已被占用',
      'too-large': '内容过长', refused: '服务器没有接受此操作',
      'database-unreachable': '数据库暂时不可用，没有确认成功', fault: '服务器出错，已记入日志。请再试一次',
      'outside-window': '不在可以服务的时段内', 'too-late': '来不及了，要更早预订', 'too-far-ahead': '太早了，还不能订那一天', 'no-entitlement': '老人没有这项服务的享受资格',
      'no-assessment': '那一天没有有效的能力评估', 'dietary-limit': '这道菜不符合老人的饮食限制', 'no-such-dish': '那一天没有这道菜', 'dish-missing': '请选择菜品',
      'appointment-missing': '请填写就诊医院、科室和时间', 'appointment-outside': '就诊时间要在服务当天、开始之后', 'not-theirs': '这项服务不在此人手里', 'self-pay-not-confirmed': '有一部分要老人自付，请先征得同意', 'already-ordered': '这个时段已经订过了', 'not-offered': '中心没有开展这项服务',
      'no-place-left': '人手已经够了，不用再派', 'somebody-at-the-door': '已经有人到门口，不能取消或收回', 'order-ended': '此服务单已结束', 'not-checked-out': '签退后才能评价', 'already-rated': '已经评价过了',
      'nothing-to-review': '没有需要审核的内容', 'check-missing': '还没有填：{field}', 'check-out-of-range': '{field}超出范围，不能继续', 'check-unreadable': '看不懂填写的内容：{field}',
      'team-not-complete': '另一位还没有到，请等到齐', 'meal-too-old': '饭菜放得太久，请重新加热或换一份', 'too-early': '还没到时间',
    },
    rule: {
      'life-needs-a-call-or-a-visit': '紧急告警至少要打过一次电话，或有人到过现场',
      'care-needs-a-call-or-a-visit': '服务类告警至少要打过一次电话，或有人到过现场',
      'accidental-needs-a-voice-or-somebody-at-the-door': '误按要有人接过电话，或有人到过现场',
      'no-voice-needs-somebody-at-the-door': '没有听到本人声音，必须有人到过现场',
      'doing-nothing-needs-a-voice-or-somebody-at-the-door': '处置为“无”时，要有人接过电话，或有人到过现场',
    },
  },
  ...desk,
  ...orders,
  ...phone,
  ...visit,
  ...words,
  ...care,
}
