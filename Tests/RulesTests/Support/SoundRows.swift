import Foundation
import TestSupport

/// Sound records that cases change; they keep every rule of every place on the days that the cases name.
enum SoundRows {
  /// Returns a filing of `kind` as an object: `new`, `renew`, `terminate` or `import`.
  static func filing(_ kind: String, id: String = "f1") -> [String: Any] {
    var row: [String: Any] = [
      "id": id, "kind": kind, "contractState": "新订", "rostered": false,
      "review": ["status": "未审核"], "employee": employee, "contract": contract(kind),
    ]
    switch kind {
    case "renew": row["contractState"] = "续订"
    case "terminate":
      row["contractState"] = "解除(终止)"
      row["termination"] = ending
    case "import": row["review"] = ["status": "自动通过", "handledAt": "2021-10-12"]
    default: break
    }
    return row
  }

  /// Returns the head of a file as an object.
  static func head(_ profile: String, asOf: String) throws -> [String: Any] {
    let text = RecordFixtures.head(profile: profile)
    var head = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] ?? [:]
    head["asOf"] = asOf
    var employer = head["employer"] as? [String: Any] ?? [:]
    employer["registeredCapital"] = "100.00"
    if profile == "CN-YN-ZHANYI" { employer["division"] = "530303" }
    head["employer"] = employer
    return head
  }

  private static var employee: [String: Any] {
    [
      "name": "张示例", "idType": "01", "idNumber": "220104198605040039", "sex": "男",
      "phone": "13500000000", "residence": "长春市南关区示例街1号", "retirementCategory": "male60",
    ]
  }

  private static func contract(_ kind: String) -> [String: Any] {
    let isOld = kind == "terminate" || kind == "import"
    var contract: [String: Any] = [
      "no": "LD-1", "templateCode": "劳动合同书（备案试运行文本）2018", "employmentForm": "全日制",
      "termType": "fixed", "hireDate": isOld || kind == "renew" ? "2018-10-08" : "2021-10-08",
      "startDate": kind == "terminate" ? "2018-10-08" : "2021-10-08",
      "endDate": kind == "terminate" ? "2021-10-07" : "2024-10-07", "position": "收银员",
      "workLocation": "长春市南关区", "workTime": ["system": "标准工时制"],
      "wage": ["type": "monthly", "monthly": "3500.00", "payDay": "4"],
      "insuranceKinds": ["110", "210", "310", "410"], "hazards": "无",
      "signDate": kind == "terminate" ? "2018-10-08" : "2021-10-08", "signMode": "paper",
      "copies": 3, "sequence": kind == "renew" ? 2 : 1,
    ]
    if kind == "renew" {
      contract["prior"] = [
        "contractNo": "LD-0", "startDate": "2018-10-08", "endDate": "2021-10-07",
        "termType": "fixed", "sequence": 1,
      ]
    }
    return contract
  }

  private static var ending: [String: Any] {
    [
      "type": "终止", "reasonCode": "T44-1", "basis": ["LCL-44-1", "LCL-46-5"],
      "date": "2021-10-07", "serviceStart": "2018-10-08",
      "compensation": [
        "payable": true, "paid": true, "months": "3", "baseWage": "3500.00", "amount": "10500.00",
      ],
      "certificate": ["no": "1", "issueDate": "2021-10-07", "deliveredDate": "2021-10-07"],
    ]
  }
}

/// Returns `object` with the member at `path` set to `json`, or taken out when that is `-`.
func edited(_ object: [String: Any], _ path: ArraySlice<String>, _ json: String) throws -> [String:
  Any]
{
  guard let step = path.first else { return object }
  var object = object
  if path.count > 1 {
    let inner = object[step] as? [String: Any] ?? [:]
    object[step] = try edited(inner, path.dropFirst(), json)
  } else if json == "-" {
    object[step] = nil
  } else {
    object[step] = try JSONSerialization.jsonObject(
      with: Data(json.utf8),
      options: .fragmentsAllowed
    )
  }
  return object
}
