/// Returns a sound file of `objects`, numbered from 1, of which the first is the catalog.
public func plainPDF(_ objects: [[UInt8]]) -> [UInt8] {
  var file = Array("%PDF-1.7\n".utf8)
  var places: [Int] = []
  for object in objects {
    places.append(file.count)
    file += Array("\(places.count) 0 obj\n".utf8) + object + Array("\nendobj\n".utf8)
  }
  let start = file.count
  file += "xref\n0 \(places.count + 1)\n0000000000 65535 f \n".utf8
  for place in places {
    let digits = String(place)
    file += (String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n").utf8
  }
  file += "trailer\n<< /Root 1 0 R /Size \(places.count + 1) >>\nstartxref\n\(start)\n%%EOF\n".utf8
  return file
}
