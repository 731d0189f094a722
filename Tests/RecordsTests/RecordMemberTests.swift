import Records
import Testing

@Suite struct RecordMemberTests {
  /// Pointers lead from the file or from one row; objects have letters, what stands beside them is the filing's or the head's.
  @Test(arguments: [
    ("/filings/12/employee/name", "e.name", "姓名"),
    ("/employee/name", "e.name", "姓名"),
    ("/filings/0/termination/reasonCode", "t.reasonCode", "解除（终止）原因代码"),
    ("/filings/0/review/status", "f.review.status", "审核状态"),
    ("/filings/0/contract/insuranceKinds/1", "c.insuranceKinds", "参保险种"),
    ("/employer/legalRep/name", "emp.legalRep.name", "法定代表人"),
    ("/profile", "batch.profile", "地区方案"),
  ])
  func aMemberIsFoundByItsPointer(_ pointer: String, _ path: String, _ label: String) {
    let member = RecordMember(pointer: pointer)
    #expect(member.path == path && member.label == label)
    #expect(member.field?.path == path)
  }

  @Test(arguments: [
    ("/filings/0/contract", "c", "劳动合同"), ("/employer/reviewOrg", "emp.reviewOrg", "送审机构"),
    ("/filings/0/employee/unheard", "e.unheard", "unheard"), ("/unheard", "f.unheard", "unheard"),
    ("/filings/0", "f", ""), ("", "f", ""),
  ])
  func whatFormsDoNotPrintHasANameAllTheSame(_ pointer: String, _ path: String, _ label: String) {
    let member = RecordMember(pointer: pointer)
    #expect(member.path == path && member.label == label && member.field == nil)
  }
}
