/// Where the preview's own files are. No site has files there: `.isnad` is where builds keep their
/// record.
package struct LiveAddresses: Sendable, Hashable {
  let script: String
  let style: String
  let events: String

  package init(_ base: BasePath) {
    script = base.address + ".isnad/live.js"
    style = base.address + ".isnad/live.css"
    events = base.address + ".isnad/events"
  }
}
