/// Why a relation ended, with its legal basis (Labour Contract Law article 36-46; 条例 = 实施条例).
public enum TerminationReason: String, CodeList {
  case agreedByEmployer = "T36E"
  case agreedByWorker = "T36W"
  case resigned = "T37N"
  case resignedOnProbation = "T37P"
  case unprotected = "T38-1"
  case unpaid = "T38-2"
  case uninsured = "T38-3"
  case unlawfulRules = "T38-4"
  case voidContract = "T38-5"
  case otherEmployerFault = "T38-6"
  case forced = "T38-7"
  case unfitOnProbation = "T39-1"
  case brokeRules = "T39-2"
  case neglected = "T39-3"
  case secondEmployer = "T39-4"
  case deceived = "T39-5"
  case prosecuted = "T39-6"
  case ill = "T40-1"
  case incompetent = "T40-2"
  case circumstances = "T40-3"
  case restructuring = "T41-1"
  case severeDifficulty = "T41-2"
  case changedProduction = "T41-3"
  case otherEconomicChange = "T41-4"
  case expired = "T44-1"
  case expiredRefused = "T44-1R"
  case taskDone = "T44-1K"
  case pension = "T44-2"
  case retirementAge = "T44-2A"
  case died = "T44-3"
  case bankrupt = "T44-4"
  case closed = "T44-5"
  case otherByLaw = "T44-6"
  case refusedWithinMonth = "T05"
  case refusedAfterMonth = "T06"
  case partTimeEnded = "T71"
  case injured = "TGS"

  /// What the list is called in messages.
  public static let listName = "解除（终止）原因"

  /// The text that forms print.
  public var label: String {
    switch self {
    case .agreedByEmployer: "用人单位提出，双方协商一致解除"
    case .agreedByWorker: "劳动者提出，双方协商一致解除"
    case .resigned: "劳动者提前三十日书面通知解除"
    case .resignedOnProbation: "试用期内劳动者提前三日通知解除"
    case .unprotected: "未按照劳动合同约定提供劳动保护或者劳动条件"
    case .unpaid: "未及时足额支付劳动报酬"
    case .uninsured: "未依法为劳动者缴纳社会保险费"
    case .unlawfulRules: "规章制度违反法律、法规，损害劳动者权益"
    case .voidContract: "因用人单位原因致使劳动合同无效"
    case .otherEmployerFault: "法律、行政法规规定劳动者可以解除的其他情形"
    case .forced: "以暴力、威胁、限制人身自由强迫劳动或者违章指挥、强令冒险作业"
    case .unfitOnProbation: "在试用期间被证明不符合录用条件"
    case .brokeRules: "严重违反用人单位的规章制度"
    case .neglected: "严重失职，营私舞弊，给用人单位造成重大损害"
    case .secondEmployer: "同时与其他用人单位建立劳动关系"
    case .deceived: "因欺诈等致使劳动合同无效"
    case .prosecuted: "被依法追究刑事责任"
    case .ill: "医疗期满后不能从事原工作或者另行安排的工作"
    case .incompetent: "不能胜任工作，经培训或者调整岗位仍不能胜任"
    case .circumstances: "客观情况发生重大变化，未能就变更合同达成协议"
    case .restructuring: "依照企业破产法规定进行重整"
    case .severeDifficulty: "生产经营发生严重困难"
    case .changedProduction: "企业转产、重大技术革新或者经营方式调整"
    case .otherEconomicChange: "其他因客观经济情况发生重大变化"
    case .expired: "劳动合同期满"
    case .expiredRefused: "劳动合同期满，用人单位维持或提高条件续订而劳动者不同意"
    case .taskDone: "以完成一定工作任务为期限的劳动合同因任务完成而终止"
    case .pension: "劳动者开始依法享受基本养老保险待遇"
    case .retirementAge: "劳动者达到法定退休年龄"
    case .died: "劳动者死亡，或者被人民法院宣告死亡或者宣告失踪"
    case .bankrupt: "用人单位被依法宣告破产"
    case .closed: "用人单位被吊销营业执照、责令关闭、撤销或者决定提前解散"
    case .otherByLaw: "法律、行政法规规定的其他终止情形"
    case .refusedWithinMonth: "用工之日起一个月内劳动者不订立书面劳动合同"
    case .refusedAfterMonth: "用工之日起超过一个月不满一年劳动者不订立书面劳动合同"
    case .partTimeEnded: "非全日制用工终止"
    case .injured: "依法终止工伤职工的劳动合同"
    }
  }

  /// Reasons that templates of other systems offer.
  public var aliases: [String] { self == .resigned ? ["职工个人原因"] : [] }

  /// The articles to print where the record names none, in the record's own notation.
  public var basis: [String] {
    switch self {
    case .agreedByEmployer: ["LCL-36", "LCL-46-2"]
    case .agreedByWorker: ["LCL-36"]
    case .resigned, .resignedOnProbation: ["LCL-37"]
    case .unprotected: ["LCL-38-p1-1", "LCL-46-1"]
    case .unpaid: ["LCL-38-p1-2", "LCL-46-1"]
    case .uninsured: ["LCL-38-p1-3", "LCL-46-1"]
    case .unlawfulRules: ["LCL-38-p1-4", "LCL-46-1"]
    case .voidContract: ["LCL-38-p1-5", "LCL-46-1"]
    case .otherEmployerFault: ["LCL-38-p1-6", "LCL-46-1"]
    case .forced: ["LCL-38-p2", "LCL-46-1"]
    case .unfitOnProbation: ["LCL-39-1"]
    case .brokeRules: ["LCL-39-2"]
    case .neglected: ["LCL-39-3"]
    case .secondEmployer: ["LCL-39-4"]
    case .deceived: ["LCL-39-5"]
    case .prosecuted: ["LCL-39-6"]
    case .ill: ["LCL-40-1", "LCL-46-3"]
    case .incompetent: ["LCL-40-2", "LCL-46-3"]
    case .circumstances: ["LCL-40-3", "LCL-46-3"]
    case .restructuring: ["LCL-41-p1-1", "LCL-46-4"]
    case .severeDifficulty: ["LCL-41-p1-2", "LCL-46-4"]
    case .changedProduction: ["LCL-41-p1-3", "LCL-46-4"]
    case .otherEconomicChange: ["LCL-41-p1-4", "LCL-46-4"]
    case .expired, .expiredRefused: ["LCL-44-1", "LCL-46-5"]
    case .taskDone: ["LCL-44-1", "LCLR-22"]
    case .pension: ["LCL-44-2"]
    case .retirementAge: ["LCLR-21"]
    case .died: ["LCL-44-3"]
    case .bankrupt: ["LCL-44-4", "LCL-46-6"]
    case .closed: ["LCL-44-5", "LCL-46-6"]
    case .otherByLaw: ["LCL-44-6"]
    case .refusedWithinMonth: ["LCLR-5"]
    case .refusedAfterMonth: ["LCLR-6"]
    case .partTimeEnded: ["LCL-71"]
    case .injured: ["LCLR-23"]
    }
  }
}
