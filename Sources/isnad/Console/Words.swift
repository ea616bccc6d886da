import Output

/// `1 page`, `1,234 pages`.
func counted(_ count: Int, _ noun: String) -> String {
  "\(grouped(count)) \(noun)\(count == 1 ? "" : "s")"
}

/// `1,234,567`.
func grouped(_ number: Int) -> String {
  let digits = Array(String(number))
  var text = ""
  for (index, digit) in digits.enumerated() {
    if index > 0, (digits.count - index) % 3 == 0 { text += "," }
    text.append(digit)
  }
  return text
}

/// `512 bytes`, `1.2 MB`.
func size(_ bytes: Int) -> String {
  var (tenths, unit) = (bytes * 10, 0)
  let units = ["bytes", "kB", "MB", "GB", "TB"]
  while tenths >= 10_000, unit + 1 < units.count { (tenths, unit) = (tenths / 1_000, unit + 1) }
  if unit == 0 { return bytes == 1 ? "1 byte" : "\(bytes) bytes" }
  return "\(tenths / 10).\(tenths % 10) \(units[unit])"
}

extension OutputSummary {
  /// `12 pages (3 files written, 14 unchanged, 1 removed; 1.2 MB)`.
  func described(pages: Int) -> String {
    "\(counted(pages, "page")) (\(counted(written, "file")) written, "
      + "\(grouped(unchanged)) unchanged, \(grouped(removed)) removed; \(size(bytes)))"
  }
}
