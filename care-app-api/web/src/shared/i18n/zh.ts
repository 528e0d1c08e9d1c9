import desk from './zh-desk'
import phone from './zh-phone'
import words from './zh-words'

export default {
  language: { zh: '中文', en: 'English', choose: '语言' },
  signIn: {
    title: '安心 12349', subtitle: '养老服务调度与紧急救援', login: '账号', password: '密码', submit: '登录', busy: '正在登录…',
    wrong: '账号或密码不对', wait: '尝试次数过多，请稍后再试', signOut: '退出登录',
    adminOnly: '管理员账号暂无网页，请使用命令行。',
    change: '请先修改一次性密码', current: '当前密码', next: '新密码（至少 12 位）', repeat: '再输一次新密码', save: '保存新密码',
    differ: '两次输入的新密码不一样', short: '新密码至少 12 位', changed: '密码已修改，请用新密码登录', same: '新密码不能与当前密码相同',
    missing: '请填写账号和密码',
  },
  refusal: {
    unreachable: '没有连上服务器，不知道是否成功。请再按一次，不会重复执行。',
    down: '服务器暂时不可用，没有确认成功。请再按一次，不会重复执行。',
    fault: '页面出错，请重试', somebody: '其他人', dismiss: '关闭提示',
    word: {
      'already-taken': '已由 {by} 接单', 'already-kept': '{by} 已受理', 'already-asked': '已经派给此人了', 'already-coming': '已有人在路上',
      'not-the-keeper': '您不是此事件的受理人', 'not-suitable': '此人现在不适合派单', 'responder-still-out': '响应人还在外面，不能结案',
      'no-evidence': '缺少结案依据', 'no-longer-open': '此派单已结束', 'not-your-task': '这不是您的任务', 'step-out-of-order': '步骤顺序不对',
      'still-on-a-task': '还有任务没完成，不能下岗', 'off-duty': '您不在岗', 'forbidden': '没有权限', 'not-found': '找不到',
      'already-closed': '此事件已结案', 'not-open': '此事件已结案', 'invalid': '填写有误：{field}', 'bad-request': '填写有误：{field}',
      'already-reviewed': '已经有人处理过了', 'unauthorized': '请重新登录', 'unauthenticated': '请重新登录', 'wrong-password': '密码不对',
      'too-many-requests': '操作太频繁，请稍后再试', 'key-reused': '操作编号重复，请刷新页面再试',
    },
  },
  ...desk,
  ...phone,
  ...words,
}
