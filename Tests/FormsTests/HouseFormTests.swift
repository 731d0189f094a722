import Diagnostics
import Forms
import Foundation
import Testing

/// The forms of the house, which other rooms write: each must open without a complaint.
@Test func everyFormOfTheHouseOpens() throws {
  #expect(try House.looks().1.map(\.description) == [])
  let names = try House.names()
  #expect(names.contains("contract"))
  for name in names {
    let (form, diagnostics) = try House.open(name)
    #expect(form != nil)
    #expect(diagnostics.map(\.description) == [])
  }
}

/// An operator looks for a paper in the table of content/README.md.
@Test func everyFormOfTheHouseIsOnTheMap() throws {
  let manual = House.content.appending(path: "README.md")
  let map = try String(contentsOf: manual, encoding: .utf8)
  for name in try House.names() { #expect(map.contains("`\(name)`"), "\(name)") }
}
