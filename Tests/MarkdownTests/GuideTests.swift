import DocumentTree
import Markdown
import TestSupport
import Testing

private let guide = """
  # 用工备案操作指南

  > [!NOTE]
  > 请先**登录。**再操作，
  > 网址 https://example.gov.cn/a，无需注册。

  > [!注意] 期限
  >
  > 30 日内备案[^1]。

  > [!HINT]
  > 不认识

  ## 登录

  1. 打开浏览器
     ![登录页](img/login.png "图 1 登录")
  2. 输入账号
     - 密码
     - 验证码

  - [x] 已完成
  - [ ] 未完成

  | 字段 | 说明 | 长度 |
  |:-----|:----:|-----:|
  | 姓名 | **必填**，`a\\|b` | 50 |
  | 备注 | 无\\|有 |

  ~~~sh
  mingce build
  ~~~

  ***

  ~~作废。~~现行规定见[第二节](#登录)[^a]。

  [^1]: 自用工之日起。
  [^a]: 见*条例*。

      第二段。
  """

@Test func aGuideIsReadWhole() throws {
  let (document, diagnostics) = readGuide(guide, file: "guide.md")
  let text = document.dump() + diagnostics.map { "\($0)\n" }.joined()
  try expectGolden(text, "guide.txt")
}

@Test func theSameGuideGivesTheSameTree() {
  #expect(readGuide(guide, file: "a").0.dump() == readGuide(guide, file: "a").0.dump())
}
